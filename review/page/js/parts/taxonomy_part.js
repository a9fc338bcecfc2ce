// Part 5: the tree of technologies with definitions, counts and the languages that are missing.
import {countButton, languageGaps} from '../chips.js';
import {graph, summary} from '../data.js';
import {h} from '../dom.js';
import {examples} from '../examples.js';
import {List} from '../list.js';
import {Part} from '../part.js';
import {Verdict} from '../verdict.js';
import {count, label, t} from '../words.js';

const {concepts, roots} = summary.taxonomy;

function below(at) {
  const found = new Set([at]);
  for (const i of found) for (const n of concepts[i].narrower ?? []) found.add(n);
  return found;
}

export class TaxonomyPart extends Part {
  card = Part.define({number: 5, anchor: 'taxonomy', title: 'partTaxonomy', help: 'taxonomyHelp', size: concepts.length});

  content() {
    const gaps = concepts.filter((c) => languageGaps(c.labels).length > 0);
    const flat = List.of(concepts, {
      render: (c) => h('div', {class: 'concept'}, this.#line(c)),
      text: (c) => [c.id, ...Object.values(c.labels), ...Object.values(c.definition ?? {})].join('\n'),
      facets: [{name: t('used'), keep: (c) => c.statements > 0}, {name: t('unused'), keep: (c) => c.statements === 0},
               {name: t('gaps'), keep: (c) => gaps.includes(c)}],
    });
    const rest = h('details', {class: 'flat'}, h('summary', null, t('search')), flat);
    const branches = (used) => this.#sorted(roots).filter((i) => (concepts[i].below > 0) === used).map((i) => this.#branch(i, [i]));
    const idle = branches(false);
    const tree = h('div', {class: 'tree'}, branches(true), idle.length === 0 ? null
      : h('details', {class: 'idle'}, h('summary', null, t('unusedConcepts', count(idle.length))), idle));
    const all = (open) => () => {
      tree.querySelectorAll('.idle').forEach((rest) => { rest.open = open; });
      // What opens may hold more to open.
      for (let left; (left = tree.querySelectorAll(`.toggle[aria-expanded="${!open}"]`)).length > 0;) {
        for (const toggle of left) toggle.click();
      }
    };
    return [h('div', {class: 'tools'}, h('button', {type: 'button', onclick: all(true)}, t('openAll')),
              h('button', {type: 'button', onclick: all(false)}, t('closeAll'))), tree, rest];
  }

  #sorted(list) {
    return [...list].sort((a, b) => concepts[b].below - concepts[a].below || a - b);
  }

  /** `line` holds the concepts above: a ring must not open for ever. */
  #branch(i, line) {
    const c = concepts[i];
    const narrower = (c.narrower ?? []).filter((n) => !line.includes(n));
    if (narrower.length === 0) return h('div', {class: 'concept'}, this.#line(c));
    const below = h('div', {class: 'narrower', hidden: true});
    const turn = (e) => {
      if (below.childElementCount === 0) below.append(...this.#sorted(narrower).map((n) => this.#branch(n, [...line, n])));
      below.hidden = !below.hidden;
      e.currentTarget.setAttribute('aria-expanded', String(!below.hidden));
    };
    return h('div', {class: 'concept'}, this.#line(c, turn), below);
  }

  /** `turn` opens and closes what is narrower. */
  #line(c, turn = null) {
    const name = label(c.labels, c.id);
    const {ko, en, ja} = c.labels;
    const at = concepts.indexOf(c);
    const open = (which) => () => {
      const nodes = new Set([...which].map((i) => concepts[i].node).filter((n) => n !== undefined));
      examples().openStatements(name, graph().statementsAtNodes(nodes));
    };
    const words = h('span', {class: 'names'}, h('b', {lang: 'ko'}, ko || c.id), h('span', {class: 'other', lang: 'en'}, en),
                    h('span', {class: 'other', lang: 'ja'}, ja));
    return h('div', {class: `concept-line row${c.below === 0 ? ' unused' : ''}`},
             h('span', {class: 'concept-name'},
               turn ? h('button', {type: 'button', class: 'toggle', 'aria-expanded': 'false', onclick: turn}, words) : words,
               languageGaps(c.labels), c.definition ? h('span', {class: 'definition'}, label(c.definition, '')) : null),
             h('span', {class: 'own'}, countButton(c.statements, name, open([at]))),
             h('span', {class: 'below'}, c.narrower ? [h('span', {class: 'muted'}, `${t('withNarrower')} `),
               countButton(c.below, name, open(below(at)))] : null),
             Verdict.for(c.item, name));
  }
}
