// Part 7: nodes that may be one.
import {names, note, typeChip} from '../chips.js';
import {list, summary} from '../data.js';
import {h} from '../dom.js';
import {examples} from '../examples.js';
import {List} from '../list.js';
import {Part} from '../part.js';
import {Verdict} from '../verdict.js';
import {t} from '../words.js';

const KINDS = ['wikidata', 'spacing', 'hanja', 'romanised', 'translated', 'acronym', 'spelling'];

export class DuplicatesPart extends Part {
  card = Part.define({number: 7, anchor: 'duplicates', title: 'partDuplicates', help: 'duplicatesHelp', size: summary.sizes.duplicates});

  content() {
    return List.of(list('duplicates'), {
      render: (d) => this.#row(d),
      empty: t('duplicatesNone'),
      text: (d) => [d.a.name, d.b.name, d.formA, d.formB, d.a.id, d.b.id].join('\n'),
      facets: KINDS.map((kind) => ({name: t(kind), keep: (d) => d.likeness === kind})),
    });
  }

  #row(d) {
    const side = (node, form) => h('div', {class: 'side'}, typeChip(node.type),
      h('button', {type: 'button', class: 'link', onclick: () => examples().openNodes(node.name, [node.node])}, names(node)),
      form && form !== node.name ? h('span', {class: 'muted'}, `«${form}»`) : null, h('code', null, node.id));
    return h('article', {class: 'example pair-block'}, h('header', null, note(t(d.likeness), 'why')),
             h('div', {class: 'sides'}, side(d.a, d.formA), side(d.b, d.formB)), Verdict.for(d.item, `${d.a.name} = ${d.b.name}`));
  }
}
