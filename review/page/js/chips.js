// Small pieces that many parts use: types, states of things, counts that lead to examples.
import {h} from './dom.js';
import {classOf, relationOf} from './data.js';
import {count, label, t} from './words.js';

export function typeChip(name) {
  return h('span', {class: `chip type type-${/^\w+$/.test(name) ? name : 'other'}`, title: name},
           label(classOf(name)?.labels, name));
}

export function relationName(name) {
  return h('span', {class: 'relation', title: name}, label(relationOf(name)?.labels, name));
}

export function statusChip(status) {
  return status ? h('span', {class: `chip status status-${status}`}, t(status)) : null;
}

export function note(words, kind = 'plain') {
  return h('span', {class: `chip note note-${kind}`}, words);
}

/** A count; where it is not zero, a button that opens its examples. `what` names it for those who do not see the table. */
export function countButton(number, what, open) {
  if (number === 0) return h('span', {class: 'zero'}, '0');
  return h('button', {type: 'button', class: 'count', 'aria-label': t('examplesOf', `${what} ${count(number)}`), onclick: open},
           count(number));
}

/** A name with what it is called in the other languages. */
export function names({name, en, ja}) {
  return h('span', {class: 'names'}, h('b', null, name || en || ja),
           en && en !== name ? h('span', {class: 'other', lang: 'en'}, en) : null,
           ja && ja !== name ? h('span', {class: 'other', lang: 'ja'}, ja) : null);
}

export function languageGaps(labels) {
  const missing = ['ko', 'en', 'ja'].filter((code) => !labels?.[code]);
  return missing.map((code) => note(t('missing', code), 'gap'));
}
