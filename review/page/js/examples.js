// The sheet on which examples open: a list of nodes or statements, what was inferred too, each with its quotes; one step back at a time.
import {graph} from './data.js';
import {derivationRow, derivationText} from './derivation.js';
import {h} from './dom.js';
import {List} from './list.js';
import {documentRow, documentText, nodeRow, nodeText, statementRow, statementText} from './rows.js';
import {quoteFigure} from './quote.js';
import {count, t} from './words.js';

const MOST_MONTHS = 8;

function statusFacets() {
  return ['held', 'planned', 'proposed'].map((status) => ({
    name: t(status), keep: (i) => graph().statement(i).status === status,
  }));
}

/** The months in which most of the statements lie. */
function monthFacets(rows) {
  const sizes = new Map();
  for (const i of rows) {
    const month = graph().statement(i).date.slice(0, 7);
    if (month.length === 7) sizes.set(month, (sizes.get(month) ?? 0) + 1);
  }
  const most = [...sizes].sort((a, b) => b[1] - a[1]).slice(0, MOST_MONTHS).map(([month]) => month).sort();
  return most.map((month) => ({name: month, keep: (i) => graph().statement(i).date.startsWith(month)}));
}

export class Examples extends HTMLElement {
  #steps = [];
  #dialog = null;

  connectedCallback() {
    this.#dialog = h('dialog', {'aria-labelledby': 'examples-title'});
    this.#dialog.addEventListener('close', () => {
      this.#steps = [];
      this.#dialog.replaceChildren();
    });
    // A click beside the sheet closes it.
    this.#dialog.addEventListener('click', (e) => {
      if (e.target === this.#dialog) this.#dialog.close();
    });
    this.append(this.#dialog);
  }

  openNodes(title, rows) {
    this.#open({title, rows, options: () => ({render: (i) => nodeRow(i, this), text: nodeText})});
  }

  openStatements(title, rows) {
    this.#open({title, rows, options: () => ({
      render: (i) => statementRow(i, this), text: statementText, facets: [...statusFacets(), ...monthFacets(rows)],
    })});
  }

  openInferred(title, rows) {
    this.#open({title, rows, options: () => ({render: (i) => derivationRow(i, this), text: derivationText})});
  }

  /** `rows` as `Graph.documentsOf` gives them. */
  openDocuments(title, rows) {
    this.#open({title: `${title} · ${t('documents')}`, rows,
                options: () => ({render: (d) => documentRow(d, this), text: documentText})});
  }

  /** Quotes in which `title` is marked. */
  openPassages(title, rows) {
    const figure = (p) => h('article', {class: 'example'}, quoteFigure(p, [{kind: 'subject', surfaces: [{offset: p.offset, text: title}]}]));
    this.#open({title, rows, options: () => ({render: figure, text: (p) => p.quote})});
  }

  #open(step) {
    this.#steps.push(step);
    this.#draw();
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  #draw() {
    const {title, rows, options} = this.#steps.at(-1);
    const back = () => {
      this.#steps.pop();
      this.#draw();
    };
    this.#dialog.replaceChildren(
        h('header', {class: 'sheet-head'},
          this.#steps.length > 1 ? h('button', {type: 'button', onclick: back}, `← ${t('back')}`) : null,
          h('h2', {id: 'examples-title'}, title, h('span', {class: 'muted'}, ` ${count(rows.length)}`)),
          h('button', {type: 'button', onclick: () => this.#dialog.close()}, t('close'))),
        h('div', {class: 'sheet'}, List.of(rows, options())));
    this.#dialog.scrollTop = 0;
  }
}

export function examples() {
  return document.querySelector('samgak-examples');
}
