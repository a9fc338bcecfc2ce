// Part 3: every class, how often the texts use it, in which languages it has a name.
import {countButton, languageGaps, note} from '../chips.js';
import {graph, summary} from '../data.js';
import {h} from '../dom.js';
import {examples} from '../examples.js';
import {List} from '../list.js';
import {Part} from '../part.js';
import {Verdict} from '../verdict.js';
import {label, t} from '../words.js';

/** The class and all below it. */
function classesBelow(name) {
  const names = new Set([name]);
  for (let before = 0; before !== names.size;) {
    before = names.size;
    for (const c of summary.classes) if (c.parents?.some((p) => names.has(p))) names.add(c.name);
  }
  return names;
}

/** Classes of the record stand for no node: how many of each there are, and what the count leads to. */
const RECORD = {
  Document: {size: summary.about.documents, open: 'documents'},
  Evidence: {size: summary.about.evidence, open: 'statements'},
  Mention: {size: summary.about.mentions, open: 'nodes'},
  Statement: {size: summary.about.statements, open: 'statements'},
};

function withRecord(c) {
  if (c.ofNodes) return c;
  const below = [...classesBelow(c.name)].reduce((sum, name) => sum + (RECORD[name]?.size ?? 0), 0);
  return {...c, nodes: c.nodes + (RECORD[c.name]?.size ?? 0), nodesBelow: c.nodesBelow + below};
}

function openRecord(name, title) {
  const nodes = graph().allNodes();
  const statements = graph().allStatements();
  const kind = RECORD[name]?.open ?? 'documents';
  if (kind === 'nodes') examples().openNodes(title, nodes);
  if (kind === 'statements') examples().openStatements(title, statements);
  if (kind === 'documents') examples().openDocuments(title, graph().documentsOf({nodes, statements}));
}

export class ClassesPart extends Part {
  card = Part.define({number: 3, anchor: 'classes', title: 'partClasses', help: 'classesHelp', size: summary.classes.length});

  content() {
    return List.of(this.#ordered(), {
      head: [t('class'), t('nodes'), t('nodesBelow'), t('mentions'), t('documents'), t('statements'), t('verdict')],
      render: (c) => this.#row(c),
      text: (c) => [c.name, ...Object.values(c.labels ?? {}), ...Object.values(c.definition ?? {})].join('\n'),
      facets: [{name: t('used'), keep: (c) => c.nodesBelow > 0}, {name: t('unused'), keep: (c) => c.nodesBelow === 0},
               {name: t('gaps'), keep: (c) => languageGaps(c.labels).length > 0}],
    });
  }

  /** Each class behind the one above it, those of the record of evidence last. */
  #ordered() {
    const rows = [];
    const place = (c, depth) => {
      if (rows.some((r) => r.name === c.name)) return;
      rows.push({...withRecord(c), depth});
      summary.classes.filter((d) => d.parents?.[0] === c.name).forEach((d) => place(d, depth + 1));
    };
    const known = new Set(summary.classes.map((c) => c.name));
    const roots = summary.classes.filter((c) => !c.parents?.some((p) => known.has(p)));
    [...roots].sort((a, b) => Number(b.ofNodes) - Number(a.ofNodes)).forEach((c) => place(c, 0));
    summary.classes.forEach((c) => place(c, 0));
    return rows;
  }

  #row(c) {
    const name = label(c.labels, c.name);
    const nodes = (names) => () =>
      (c.ofNodes ? examples().openNodes(name, graph().nodesOfTypes(names)) : openRecord(c.name, name));
    const own = () => graph().nodesOfTypes(new Set([c.name]));
    const number = (n, open) => h('td', {class: 'n'}, countButton(n, name, open));
    const cell = h('td', {class: 'term'},
                   h('div', {class: 'term-name'}, h('b', null, name), h('code', null, c.name),
                     c.known ? null : note(t('unknownTerm'), 'violation'), c.abstract ? note(t('abstract')) : null,
                     c.ofNodes ? (c.nodesBelow === 0 ? note(t('unused'), 'gap') : null) : note(t('ofRecord')),
                     languageGaps(c.labels)),
                   h('p', {class: 'definition'}, label(c.definition, '')));
    cell.style.setProperty('--depth', c.depth);
    return h('tr', {class: c.nodesBelow === 0 ? 'unused' : null}, cell,
             number(c.nodes, nodes(new Set([c.name]))), number(c.nodesBelow, nodes(classesBelow(c.name))),
             number(c.mentions, nodes(new Set([c.name]))),
             number(c.documents, () => examples().openDocuments(name, graph().documentsOf({nodes: own()}))),
             h('td', {class: 'n'}, countButton(c.statements, `${name} ${t('statements')}`,
               () => examples().openStatements(`${name} · ${t('statements')}`, graph().statementsOf({anyType: c.name})))),
             h('td', null, Verdict.for(c.item, name)));
  }
}
