// Accept, reject or comment on one item.
import {decisions} from './decisions.js';
import {h} from './dom.js';
import {t} from './words.js';

export class Verdict extends HTMLElement {
  #item = '';
  #label = '';
  #onChange = (event) => {
    if (event.detail === null || event.detail === this.#item) this.#draw();
  };

  /** `words` names the item for people and goes into the exported file. */
  static for(item, words) {
    const element = document.createElement('samgak-verdict');
    element.#item = item;
    element.#label = words;
    element.dataset.item = item;
    return element;
  }

  connectedCallback() {
    decisions.addEventListener('change', this.#onChange);
    this.#draw();
  }

  disconnectedCallback() {
    decisions.removeEventListener('change', this.#onChange);
  }

  /** `accept`, `reject`; the same twice takes it back. */
  choose(verdict) {
    const now = decisions.get(this.#item)?.verdict;
    decisions.set(this.#item, this.#label, {verdict: now === verdict ? '' : verdict});
  }

  comment() {
    const field = this.querySelector('textarea') ?? this.#openComment();
    field.focus();
  }

  #draw() {
    // A comment being written must not lose its field.
    if (this.contains(document.activeElement) && document.activeElement.tagName === 'TEXTAREA') return;
    const focused = this.contains(document.activeElement) ? document.activeElement.dataset.act : null;
    const one = decisions.get(this.#item);
    const button = (act, run, pressed) =>
      h('button', {type: 'button', class: `act act-${act}`, 'data-act': act, 'aria-pressed': String(pressed), title: this.#label,
                   onclick: run}, t(act));
    this.replaceChildren(h('span', {class: 'acts'},
        button('accept', () => this.choose('accept'), one?.verdict === 'accept'),
        button('reject', () => this.choose('reject'), one?.verdict === 'reject'),
        button('comment', () => this.comment(), Boolean(one?.comment))));
    if (one?.comment) this.#openComment();
    if (focused) this.querySelector(`[data-act="${focused}"]`)?.focus();
  }

  #openComment() {
    const field = h('textarea', {rows: 2, 'aria-label': t('commentOn', this.#label)});
    field.value = decisions.get(this.#item)?.comment ?? '';
    field.addEventListener('change', () => decisions.set(this.#item, this.#label, {comment: field.value.trim()}));
    field.addEventListener('blur', () => {
      if (field.value.trim() === '') field.remove();
    });
    this.append(field);
    return field;
  }
}

/** Keys for a row that has the focus somewhere inside. */
export function listenForVerdictKeys() {
  const acts = {a: (v) => v.choose('accept'), r: (v) => v.choose('reject'), c: (v) => v.comment()};
  document.addEventListener('keydown', (event) => {
    const act = acts[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, textarea, select')) return;
    const verdict = event.target.closest('.row')?.querySelector('samgak-verdict');
    if (!verdict) return;
    event.preventDefault();
    act(verdict);
  });
}
