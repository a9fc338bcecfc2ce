// Part 10: what the reviewer decided, out into files and back.
import {note} from '../chips.js';
import {summary} from '../data.js';
import {fromJson, save, toCsv, toJson, toTurtle} from '../decision_files.js';
import {decisions} from '../decisions.js';
import {h} from '../dom.js';
import {List} from '../list.js';
import {Part} from '../part.js';
import {t} from '../words.js';

const FILES = [
  ['JSON', 'review-decisions.json', 'application/json', (list) => toJson(summary.about, list)],
  ['CSV', 'review-decisions.csv', 'text/csv', (list) => toCsv(list)],
  ['Turtle', 'review-decisions.ttl', 'text/turtle', (list) => toTurtle(summary.about, list)],
];

export class DecisionsPart extends Part {
  card = Part.define({number: 10, anchor: 'decisions', title: 'partDecisions', help: 'decisionsHelp'});
  #list = null;
  #message = null;
  #onChange = () => this.#redraw();

  connectedCallback() {
    super.connectedCallback();
    decisions.addEventListener('change', this.#onChange);
  }

  disconnectedCallback() {
    decisions.removeEventListener('change', this.#onChange);
  }

  content() {
    const reviewer = h('input', {type: 'text', autocomplete: 'name', value: decisions.reviewer,
                                 onchange: (e) => { decisions.reviewer = e.target.value.trim(); }});
    const file = h('input', {type: 'file', class: 'hidden', accept: '.json,application/json', onchange: (e) => this.#import(e.target)});
    this.#message = h('p', {class: 'muted', role: 'status'});
    this.#list = h('div');
    this.#redraw();
    return [
      h('div', {class: 'tools'}, h('label', null, `${t('reviewer')} `, reviewer),
        h('span', {class: 'muted'}, t('exportAs')),
        FILES.map(([name, fileName, mediaType, write]) => h('button', {
          type: 'button', class: 'export', onclick: () => save(fileName, mediaType, write(decisions.all()))}, name)),
        h('label', {class: 'file'}, t('importFile'), file)),
      this.#message, this.#list, h('p', {class: 'help'}, t('keys')),
    ];
  }

  async #import(input) {
    try {
      const list = fromJson(await input.files[0].text());
      decisions.add(list);
      this.#message.textContent = t('imported', list.length);
    } catch (error) {
      this.#message.textContent = t('importFailed', error.message);
    }
    input.value = '';
  }

  #redraw() {
    if (this.#list === null) return;
    const all = decisions.all();
    if (all.length === 0) return this.#list.replaceChildren(h('p', {class: 'notice'}, t('decisionsNone')));
    this.#list.replaceChildren(List.of(all, {
      head: [t('verdict'), t('of'), t('comment'), t('reviewer'), t('when'), t('clear')],
      render: (one) => h('tr', null,
        h('td', null, one.verdict ? note(t(one.verdict), one.verdict) : null, one.stale ? note(t('stale'), 'gap') : null),
        h('td', null, h('b', null, one.label), ' ', h('code', null, one.item)), h('td', {class: 'comment'}, one.comment),
        h('td', null, one.reviewer), h('td', null, h('time', null, one.at.slice(0, 16).replace('T', ' '))),
        h('td', null, h('button', {type: 'button', onclick: () => decisions.set(one.item, one.label, {verdict: '', comment: ''})},
                        t('clear')))),
      text: (one) => [one.item, one.label, one.comment, one.reviewer].join('\n'),
      facets: ['accept', 'reject'].map((v) => ({name: t(v), keep: (one) => one.verdict === v})),
    }));
  }
}
