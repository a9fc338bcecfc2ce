// Part 9: what differs from an earlier graph or ontology, before and after on one line.
import {countButton, note} from '../chips.js';
import {graph, list, summary} from '../data.js';
import {h} from '../dom.js';
import {examples} from '../examples.js';
import {List} from '../list.js';
import {Part} from '../part.js';
import {Verdict} from '../verdict.js';
import {t} from '../words.js';

const {about} = summary;
const SUBJECTS = ['header', 'class', 'relation', 'property', 'shape', 'term', 'axiom', 'entry', 'node', 'statement'];
const compared = about.against.length > 0;

export class ChangesPart extends Part {
  card = Part.define({number: 9, anchor: 'changes', title: 'partChanges', size: compared ? summary.sizes.changes : null});

  help() {
    return compared && summary.sizes.changes ? t('changesHelp', about.against.join(', ')) : null;
  }

  content() {
    if (!compared) return h('p', {class: 'notice'}, t('changesNone'));
    if (summary.sizes.changes === 0) return h('p', {class: 'notice'}, t('changesSame', about.against.join(', ')));
    const rows = List.of(list('changes'), {
      head: [t('change'), t('of'), `${t('value')}`, t('effect'), t('verdict')],
      render: (c) => this.#row(c),
      text: (c) => [c.id, c.label, c.field, c.before, c.after].join('\n'),
      facets: [
        ...['added', 'removed', 'changed'].map((kind) => ({name: t(kind), keep: (c) => c.kind === kind})),
        ...SUBJECTS.map((what) => ({name: t(what), keep: (c) => c.what === what})),
      ],
    });
    return [about.versionStep ? h('p', {class: 'notice'}, t('versionStep', about.versionStep)) : null, rows].filter(Boolean);
  }

  #row(c) {
    const side = (text, kind) => (text ? h(kind, null, text) : h('span', {class: 'zero'}, '∅'));
    return h('tr', {class: `change change-${c.kind}`},
             h('td', null, note(t(c.kind), c.kind), ' ', t(c.what)),
             h('td', null, h('b', null, c.label), ' ', h('code', null, c.id)),
             h('td', {class: 'values'}, c.field ? h('code', null, c.field) : null,
               c.kind === 'changed' ? [' ', side(c.before, 'del'), ' → ', side(c.after, 'ins')] : ` ${c.before || c.after}`),
             h('td', {class: 'n'}, this.#effect(c), c.lost ? [' ', note(t('lost', c.lost), 'removed')] : null), h('td', null, Verdict.for(c.item, c.label)));
  }

  #effect(c) {
    const name = c.id.replace(/^samgak:/, '');
    const open = {
      class: () => examples().openNodes(c.label, graph().nodesOfTypes(new Set([name]))),
      relation: () => examples().openStatements(c.label, graph().statementsOf({relation: name})),
      entry: () => examples().openNodes(c.label, [graph().c.nodes.id.indexOf(c.id)]),
    }[c.what];
    return open ? countButton(c.effect, c.label, open) : h('span', {class: 'zero'}, '·');
  }
}
