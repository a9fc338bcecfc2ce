// Part 6: names in the texts that the ontology does not list.
import {countButton, names, note, typeChip} from '../chips.js';
import {classOf, graph, list, summary} from '../data.js';
import {h} from '../dom.js';
import {examples} from '../examples.js';
import {List} from '../list.js';
import {Part} from '../part.js';
import {Verdict} from '../verdict.js';
import {count, label, t} from '../words.js';

export class UnmappedPart extends Part {
  card = Part.define({number: 6, anchor: 'unmapped', title: 'partUnmapped', help: 'unmappedHelp', size: summary.sizes.unmapped});

  content() {
    const {nodes, words} = list('unmapped');
    // A word has no node yet; its places take the part of one.
    const unknown = words.map((w) => ({...w, of: {name: w.name, en: '', ja: '', id: '', type: w.type}}));
    const rows = [...nodes, ...unknown].sort((a, b) => b.score - a.score);
    const types = [...new Set(rows.map((u) => u.of.type))];
    return List.of(rows, {
      head: [t('name'), t('proposedClass'), t('mentions'), t('documents'), t('score'), t('verdict')],
      render: (u) => this.#row(u),
      empty: t('unmappedNone'),
      text: (u) => [u.of.name, u.of.en, u.of.ja, u.of.id].join('\n'),
      facets: [...types.map((type) => ({name: label(classOf(type)?.labels, type), keep: (u) => u.of.type === type})),
               {name: t('noNode'), keep: (u) => u.places !== undefined}],
    });
  }

  #row(u) {
    const open = () => (u.places ? examples().openPassages(u.of.name, u.places) : examples().openNodes(u.of.name, [u.of.node]));
    const documents = () => (u.places ? open()
      : examples().openDocuments(u.of.name, graph().documentsOf({nodes: [u.of.node]})));
    return h('tr', null, h('td', null, names(u.of), u.places ? [' ', note(t('noNode'), 'gap')] : null), h('td', null, typeChip(u.of.type)),
             h('td', {class: 'n'}, countButton(u.mentions, u.of.name, open)),
             h('td', {class: 'n'}, countButton(u.documents, `${u.of.name} ${t('documents')}`,
               documents)),
             h('td', {class: 'n'}, count(u.score)), h('td', null, Verdict.for(u.item, u.of.name)));
  }
}
