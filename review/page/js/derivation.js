// Why an edge was inferred: its rule, and the statements it follows from with their quotes.
import {note, relationName, statusChip, typeChip} from './chips.js';
import {graph, inferred} from './data.js';
import {h} from './dom.js';
import {quotesOf} from './quote.js';
import {Verdict} from './verdict.js';
import {t} from './words.js';

export function derivationText(i) {
  const {subject, object, relation} = inferred().row(i);
  return [graph().node(subject).name, relation, graph().node(object).name].join('\n');
}

function ends({subject, object, relation}, examples) {
  const end = (at) => {
    const node = graph().node(at);
    return [typeChip(node.type), h('button', {type: 'button', class: 'link', onclick: () => examples.openNodes(node.name, [at])},
                                   node.name || node.id)];
  };
  return [end(subject), relationName(relation), end(object)];
}

/** A premise with its quote; one that was inferred itself tells why when it is opened. */
function premiseItem(premise, examples) {
  if (premise.statement !== undefined) {
    return h('li', null, h('div', {class: 'premise'}, ends(graph().statement(premise.statement), examples)),
             quotesOf(premise.statement, 1));
  }
  const row = inferred().row(premise.inferred);
  const why = h('details', null, h('summary', null, t('why')));
  why.addEventListener('toggle', () => {
    if (why.open && why.childElementCount === 1) why.append(...reasons(row, examples));
  });
  return h('li', null, h('div', {class: 'premise'}, ends(row, examples), note(t('inferred'), 'why')), why);
}

function reasons({rule, premises}, examples) {
  return [h('p', {class: 'facts'}, h('span', null, t('follows', t(rule))), h('code', null, rule)),
          h('ol', {class: 'premises'}, premises.map((premise) => premiseItem(premise, examples)))];
}

export function derivationRow(i, examples) {
  const row = inferred().row(i);
  const [subject, object] = [graph().node(row.subject), graph().node(row.object)];
  return h('article', {class: 'example'},
           h('header', null, ends(row, examples), statusChip(row.status), h('span', {class: 'muted'}, `${row.confidence}%`)),
           reasons(row, examples),
           Verdict.for(`statement:${subject.id} ${row.relation} ${object.id}`,
                       `${subject.name} — ${row.relation} → ${object.name}`));
}
