// The contents beside the page, the language, the brightness, and how far the review has come.
import {decisions} from './decisions.js';
import {h, svg} from './dom.js';
import {count, currentLanguage, t} from './words.js';

const THEMES = ['Auto', 'Light', 'Dark'];

export class Menu extends HTMLElement {
  #theme = 0;
  #parts = [];
  #onLanguage = () => {};
  #onChange = () => this.#tell();

  /** `parts` are the elements of the page in order; `onLanguage` is called to switch. */
  show(parts, onLanguage) {
    this.#parts = parts;
    this.#onLanguage = onLanguage;
    decisions.removeEventListener('change', this.#onChange);
    decisions.addEventListener('change', this.#onChange);
    const links = parts.map((p) => h('li', null, h('a', {href: `#${p.card.anchor}`},
      h('span', {class: 'number'}, String(p.card.number)), t(p.card.title),
      p.card.size === null ? null : h('span', {class: 'size'}, count(p.card.size)))));
    const contents = h('details', {class: 'contents'}, h('summary', null, t('contents')),
                       h('nav', {'aria-label': t('contents')}, h('ol', null, links)));
    contents.open = matchMedia('(min-width: 60rem)').matches;
    contents.addEventListener('click', (e) => {
      if (e.target.closest('a') && !matchMedia('(min-width: 60rem)').matches) contents.open = false;
    });
    this.replaceChildren(
        h('div', {class: 'brand'}, svg('svg', {viewBox: '0 0 16 16', 'aria-hidden': 'true'}, svg('path', {d: 'M8 2 15 14H1Z'})),
          h('h1', null, t('title'))),
        contents,
        h('div', {class: 'switches'},
          h('button', {type: 'button', class: 'language', lang: currentLanguage() === 'ko' ? 'en' : 'ko', onclick: this.#onLanguage},
            t('language')),
          h('button', {type: 'button', class: 'theme', onclick: (e) => this.#turn(e.currentTarget)}, this.#themeWords())),
        h('p', {class: 'progress', role: 'status'}, h('a', {href: '#decisions'})));
    this.#tell();
  }

  /** Marks the part that is read. */
  mark(anchor) {
    for (const link of this.querySelectorAll('nav a')) {
      if (link.hash === `#${anchor}`) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }

  #tell() {
    this.querySelector('.progress a').textContent = t('progress', count(decisions.size));
  }

  #themeWords() {
    return `${t('theme')}: ${t(`theme${THEMES[this.#theme]}`)}`;
  }

  #turn(button) {
    this.#theme = (this.#theme + 1) % THEMES.length;
    const name = THEMES[this.#theme].toLowerCase();
    if (name === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = name;
    button.textContent = this.#themeWords();
  }
}
