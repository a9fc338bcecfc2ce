// Part 8: what cannot all be so, the words of each side beside the other's.
import {names, note, typeChip} from '../chips.js';
import {list, relationOf, summary} from '../data.js';
import {h} from '../dom.js';
import {examples} from '../examples.js';
import {List} from '../list.js';
import {Part} from '../part.js';
import {quoteFigure} from '../quote.js';
import {Verdict} from '../verdict.js';
import {label, t} from '../words.js';

const CONFLICTS = ['attribute', 'statement-date', 'place', 'chair', 'post-holder'];

export class ContradictionsPart extends Part {
  card = Part.define({number: 8, anchor: 'contradictions', title: 'partContradictions', help: 'contradictionsHelp',
                      size: summary.sizes.contradictions});

  content() {
    return List.of(list('contradictions'), {
      render: (c) => this.#row(c),
      empty: t('contradictionsNone'),
      text: (c) => [c.of.name, c.aspect, ...c.sides.flatMap((s) => [s.value, s.quote, s.document])].join('\n'),
      facets: CONFLICTS.map((kind) => ({name: t(kind), keep: (c) => c.conflict === kind})),
    });
  }

  #row(c) {
    const aspect = ['date', 'status'].includes(c.aspect) ? t(c.aspect) : label(relationOf(c.aspect)?.labels, c.aspect);
    const value = (text) => (['held', 'planned', 'proposed'].includes(text) ? t(text) : text);
    return h('article', {class: 'example'},
             h('header', null, note(t(c.conflict), 'warning'), typeChip(c.of.type),
               h('button', {type: 'button', class: 'link', onclick: () => examples().openNodes(c.of.name, [c.of.node])}, names(c.of)),
               h('span', {class: 'muted'}, aspect)),
             h('div', {class: 'sides'}, c.sides.map((s) => h('div', {class: 'side'}, h('h3', null, value(s.value)), quoteFigure(s)))),
             Verdict.for(c.item, `${c.of.name} · ${aspect}: ${c.sides.map((s) => value(s.value)).join(' / ')}`));
  }
}
