// Part 2: what the shapes found, gravest first, each with the words it rests on.
import {note} from '../chips.js';
import {list, relationOf, summary} from '../data.js';
import {h} from '../dom.js';
import {examples} from '../examples.js';
import {List} from '../list.js';
import {Part} from '../part.js';
import {quoteFigure, quotesOf} from '../quote.js';
import {Verdict} from '../verdict.js';
import {label, t} from '../words.js';

const PREFIXES = {
  'https://w3id.org/samgak/ns#': 'samgak:', 'http://www.w3.org/2000/01/rdf-schema#': 'rdfs:',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf:', 'http://www.w3.org/2004/02/skos/core#': 'skos:',
  'http://www.w3.org/ns/prov#': 'prov:', 'http://www.w3.org/2001/XMLSchema#': 'xsd:',
};

/** Attributes for which the page has words. */
const ATTRIBUTES = ['date', 'status', 'evidence', 'wikidata'];

export class FindingsPart extends Part {
  card = Part.define({number: 2, anchor: 'findings', title: 'partFindings', help: 'findingsHelp',
                      size: summary.checked ? summary.sizes.findings : null});

  content() {
    if (!summary.checked) return h('p', {class: 'notice'}, t('gateUnknownWhy'));
    if (summary.sizes.findings === 0) return h('p', {class: 'notice'}, t('noFindings'));
    const {rows, rules} = list('findings');
    return List.of(rows.map((row) => ({...rules[row.rule], ...row})), {
      render: (f) => this.#row(f),
      text: (f) => [f.focus, f.shape, label(f.message, ''), label(f.name, ''), f.value].join('\n'),
      facets: [...this.#severities(), ...this.#shapes(rules)],
    });
  }

  #severities() {
    return ['violation', 'warning', 'info'].map((s) => ({name: t(s), keep: (f) => f.severity === s}));
  }

  #shapes(rules) {
    const names = new Map(rules.map((f) => [f.shape, label(f.name, f.shape)]));
    return [...names].map(([shape, name]) => ({name, keep: (f) => f.shape === shape}));
  }

  #row(f) {
    const open = () => (f.statement !== undefined
      ? examples().openStatements(f.focus, [f.statement]) : examples().openNodes(f.focus, [f.node]));
    const linked = f.statement !== undefined || f.node !== undefined;
    const quotes = f.quotes.length > 0 ? f.quotes.slice(0, 2).map((q) => this.#quote(q))
      : f.statement !== undefined ? quotesOf(f.statement, 1) : [];
    return h('article', {class: `example finding finding-${f.severity}`},
             h('header', null, note(t(f.severity), f.severity), h('b', null, label(f.name, f.shape)),
               linked ? h('button', {type: 'button', class: 'link', onclick: open}, f.focus) : h('span', null, f.focus)),
             h('p', null, label(f.message, '')),
             f.path || f.value ? h('p', {class: 'facts'}, f.path ? this.#path(f.path) : null,
               f.value ? h('code', null, this.#short(f.value)) : null) : null,
             quotes, Verdict.for(f.item, `${label(f.name, f.shape)}: ${f.focus}`));
  }

  /** The name that the finding rests on is marked in the sentence that holds it. */
  #quote(q) {
    return quoteFigure(q, q.words ? [{kind: 'subject', surfaces: [{offset: q.offset, text: q.words}]}] : []);
  }

  /** A path in words: an arrow for the way back, relations by their names. */
  #path(path) {
    const words = this.#short(path).replace(/[()]/g, '').replaceAll('|', ' / ').replaceAll('^', '← ')
        .replace(/samgak:(\w+)|rdfs:(label)/g, (whole, name, isLabel) =>
          (isLabel ? t('name') : label(relationOf(name)?.labels, ATTRIBUTES.includes(name) ? t(name) : name)));
    return h('span', {title: this.#short(path)}, words);
  }

  #short(text) {
    return text.replace(/<([^>]*[#/])([^>#/]*)>/g, (whole, space, name) => (space in PREFIXES ? `${PREFIXES[space]}${name}` : whole))
        .replace(/<https:\/\/w3id\.org\/samgak\/id\/([^>]*)>/g, '$1');
  }
}
