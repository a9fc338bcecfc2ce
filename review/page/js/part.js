// What the ten parts have in common: a heading with its number, a line of help, and drawing only when it is looked at.
import {h} from './dom.js';
import {count, t} from './words.js';

export class Part extends HTMLElement {
  #drawn = false;

  /** Number, anchor and words of a part; `size` stands beside its name where it is not null. */
  static define({number, anchor, title, help = null, size = null, warn = false}) {
    return {number, anchor, title, help, size, warn};
  }

  connectedCallback() {
    const {number, anchor, title} = this.card;
    this.id = anchor;
    this.setAttribute('role', 'region');
    this.setAttribute('aria-labelledby', `${anchor}-title`);
    this.replaceChildren(h('h2', {id: `${anchor}-title`}, h('span', {class: 'number'}, String(number)), t(title),
                           this.card.size === null ? null : h('span', {class: 'size'}, count(this.card.size))));
    this.#drawn = false;
  }

  /** Fills the part, once. */
  draw() {
    if (this.#drawn) return;
    this.#drawn = true;
    const help = this.help();
    if (help) this.append(h('p', {class: 'help'}, help));
    this.append(...[this.content()].flat());
  }

  help() {
    return this.card.help ? t(this.card.help) : null;
  }
}
