// A list of any length: a search field, facets, and as many rows as somebody asks for.
import {h} from './dom.js';
import {count, t} from './words.js';

const PAGE = 40;

export class List extends HTMLElement {
  #rows = [];
  #options = {};
  #query = '';
  #facet = null;
  #shown = PAGE;
  #body = null;
  #status = null;

  /**
   * `rows`: anything. `options.render(row)`: an element. `options.text(row)`: what the search field looks into.
   * `options.facets`: `[{name, keep(row)}]`. `options.head`: cells of a table head, for a table; without it a list of blocks.
   * `options.empty`: what to say where there is no row at all.
   */
  static of(rows, options) {
    const element = document.createElement('samgak-list');
    element.#rows = rows;
    element.#options = options;
    return element;
  }

  connectedCallback() {
    if (this.#body === null) this.#build();
  }

  #build() {
    const {head, text, facets = [], empty} = this.#options;
    if (empty && this.#rows.length === 0) {
      this.#body = h('p', {class: 'notice'}, empty);
      this.replaceChildren(this.#body);
      return;
    }
    this.#status = h('span', {class: 'muted', role: 'status'});
    const tools = h('div', {class: 'tools'});
    if (text && this.#rows.length > 8) {
      tools.append(h('input', {type: 'search', placeholder: t('search'), 'aria-label': t('search'), oninput: (e) => {
        this.#query = e.target.value.normalize('NFC').toLowerCase();
        this.#restart();
      }}));
    }
    const used = facets.map((f) => ({...f, size: this.#rows.filter(f.keep).length})).filter((f) => f.size > 0);
    if (used.length > 1) tools.append(this.#facetBar(used));
    if (this.#rows.length > 8) tools.append(this.#status);
    this.#body = head ? h('tbody') : h('div', {class: 'blocks'});
    const table = head
      ? h('table', null, h('thead', null, h('tr', null, head.map((c) => h('th', {scope: 'col'}, c)))), this.#body)
      : this.#body;
    this.replaceChildren(tools, table, h('div', {class: 'foot'}));
    this.#restart();
  }

  #facetBar(facets) {
    const bar = h('div', {class: 'facets', role: 'group'});
    const button = (name, size, facet) => h('button', {
      type: 'button', class: 'facet', 'aria-pressed': String(facet === null),
      onclick: (e) => {
        this.#facet = facet;
        for (const other of bar.children) other.setAttribute('aria-pressed', String(other === e.currentTarget));
        this.#restart();
      }}, name, h('span', null, count(size)));
    bar.append(button(t('all'), this.#rows.length, null), ...facets.map((f) => button(f.name, f.size, f)));
    return bar;
  }

  #restart() {
    this.#shown = PAGE;
    this.#body.replaceChildren();
    this.#fill();
  }

  /** Headings stand over numbers as the numbers do. */
  #nameCells(row) {
    const headings = this.querySelectorAll(':scope > table > thead th');
    [...row.children].forEach((cell, i) => {
      cell.dataset.head = this.#options.head[i];
      headings[i].classList.toggle('n', cell.classList.contains('n'));
    });
  }

  #matching() {
    const {text} = this.#options;
    return this.#rows.filter((row) => (this.#facet === null || this.#facet.keep(row)) &&
      (this.#query === '' || text(row).toLowerCase().includes(this.#query)));
  }

  #fill() {
    const rows = this.#matching();
    const {head, render} = this.#options;
    for (const row of rows.slice(this.#body.childElementCount, this.#shown)) {
      const element = render(row);
      // On a narrow screen each cell says which column it is.
      if (head) this.#nameCells(element);
      element.classList.add('row');
      this.#body.append(element);
    }
    const left = rows.length - this.#body.childElementCount;
    this.#status.textContent = t('shown', count(rows.length), count(this.#body.childElementCount));
    const foot = this.querySelector(':scope > .foot');
    foot.replaceChildren(...(rows.length === 0 ? [h('p', {class: 'muted'}, t('none'))] : []),
                         ...(left > 0 ? [h('button', {type: 'button', class: 'more', onclick: () => {
                           this.#shown += 5 * PAGE;
                           this.#fill();
                         }}, t('more', count(Math.min(left, 5 * PAGE))))] : []));
  }
}
