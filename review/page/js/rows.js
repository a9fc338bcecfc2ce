// A node and a statement as rows of a list of examples.
import {countButton, names, note, relationName, statusChip, typeChip} from './chips.js';
import {graph} from './data.js';
import {h} from './dom.js';
import {quotesOf, quoteFigure} from './quote.js';
import {Verdict} from './verdict.js';
import {count, t} from './words.js';

export function nodeText(i) {
  const {name, en, ja, id, aliases} = graph().node(i);
  return [name, en, ja, id, ...aliases].join('\n');
}

export function statementText(i) {
  const g = graph();
  const s = g.statement(i);
  return [g.node(s.subject).name, s.relation, g.node(s.object).name, s.roles, g.evidence(i, 1)[0]?.quote].join('\n');
}

/** A quote that holds the mention, or the mention alone. */
function mentionFigure(mention) {
  const passage = graph().passageAround(mention.documentNumber, mention.begin, mention.end);
  if (passage === null) return quoteFigure({...mention, quote: mention.surface});
  const {rule, ...words} = passage;
  return quoteFigure(words, [{kind: 'subject', surfaces: [{offset: mention.begin - passage.begin, text: mention.surface}]}]);
}

export function documentText({name}) {
  return name;
}

/** What a document says of the nodes and statements at hand. */
export function documentRow({name, nodes, statements}, examples) {
  const title = (key) => `${name} · ${t(key)}`;
  const part = (key, rows, open) => (rows.size === 0 ? null
    : h('span', null, `${t(key)} `, countButton(rows.size, title(key), () => open(title(key), [...rows]))));
  return h('article', {class: 'example'}, h('header', null, h('b', null, name)),
           h('p', {class: 'facts'}, part('nodes', nodes, (...a) => examples.openNodes(...a)),
             part('statements', statements, (...a) => examples.openStatements(...a))));
}

export function nodeRow(i, examples) {
  const node = graph().node(i);
  const statements = graph().statementsOf({node: i});
  const details = h('details', null, h('summary', null, `${t('mentions')} ${count(node.mentionCount)}`));
  details.addEventListener('toggle', () => {
    if (details.open && details.childElementCount === 1) {
      details.append(...graph().mentions(i, 5).map(mentionFigure));
    }
  }, {once: false});
  return h('article', {class: 'example'},
           h('header', null, typeChip(node.type), names(node), statusChip(node.status),
             node.date ? h('time', null, node.date) : null,
             note(node.mapped ? t('listed') : t('unlisted'), node.mapped ? 'good' : 'gap')),
           h('p', {class: 'facts'}, h('code', null, node.id),
             node.wikidata ? h('code', null, node.wikidata) : null,
             node.aliases.length ? h('span', null, `${t('aliases')}: ${node.aliases.slice(0, 6).join(' · ')}`) : null,
             h('span', null, `${t('statements')} `, countButton(statements.length, `${node.name} ${t('statements')}`,
               () => examples.openStatements(`${node.name} · ${t('statements')}`, statements)))),
           node.mentionCount ? details : null,
           Verdict.for(`node:${node.id}`, node.name));
}

export function statementRow(i, examples) {
  const g = graph();
  const s = g.statement(i);
  const end = (node) => h('button', {type: 'button', class: 'link', onclick: () => examples.openNodes(node.name, [node.index])},
                          node.name || node.id);
  const subject = g.node(s.subject);
  const object = g.node(s.object);
  const rest = s.evidenceCount - 1;
  const details = rest > 0 ? h('details', null, h('summary', null, t('moreEvidence', count(rest)))) : null;
  details?.addEventListener('toggle', () => {
    if (details.open && details.childElementCount === 1) details.append(...quotesOf(i, 30).slice(1));
  });
  return h('article', {class: 'example'},
           h('header', null, typeChip(subject.type), end(subject), relationName(s.relation), typeChip(object.type), end(object),
             statusChip(s.status), s.date ? h('time', null, s.date) : null, s.roles ? note(s.roles) : null,
             h('span', {class: 'muted'}, `${s.confidence}%`)),
           quotesOf(i, 1), details,
           Verdict.for(`statement:${subject.id} ${s.relation} ${object.id}`, `${subject.name} — ${s.relation} → ${object.name}`));
}
