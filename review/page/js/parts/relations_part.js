// Part 4: every relation with the types that really stand at its ends, and what follows from all that.
import {countButton, languageGaps, note, typeChip} from '../chips.js';
import {classOf, graph, inferred, summary} from '../data.js';
import {h} from '../dom.js';
import {examples} from '../examples.js';
import {List} from '../list.js';
import {Part} from '../part.js';
import {Verdict} from '../verdict.js';
import {count, label, t} from '../words.js';

const STATES = ['held', 'planned', 'proposed'];

function total(signature) {
  return signature.byStatus.reduce((a, b) => a + b, 0);
}

function typeName(type) {
  return label(classOf(type)?.labels, type);
}

export class RelationsPart extends Part {
  card = Part.define({number: 4, anchor: 'relations', title: 'partRelations', help: 'relationsHelp', size: summary.relations.length});

  content() {
    const most = Math.max(1, ...summary.relations.flatMap((r) => r.signatures.map(total)));
    return [...summary.relations.map((r) => this.#relation(r, most)), ...this.#inferred()];
  }

  /** What follows, by relation and rule. */
  #inferred() {
    const rows = summary.inferred ?? [];
    const list = List.of(rows, {
      head: [t('relation'), t('rule'), t('statements')],
      render: (r) => this.#inferredRow(r),
      empty: t('inferredNone'),
    });
    return [h('h3', {class: 'inferred-title'}, t('partInferred')), h('p', {class: 'help'}, t('inferredHelp')), list];
  }

  #inferredRow({relation, labels, definition, rule, edges}) {
    const name = label(labels, relation);
    const title = `${name}: ${t(rule)}`;
    return h('tr', null,
             h('td', {class: 'term'}, h('div', {class: 'term-name'}, h('b', null, name), h('code', null, relation)),
               h('p', {class: 'definition'}, label(definition, ''))),
             h('td', null, t(rule), ' ', h('code', null, rule)),
             h('td', {class: 'n'}, countButton(edges, title,
               () => examples().openInferred(title, inferred().of(relation, rule)))));
  }

  #relation(r, most) {
    const name = label(r.labels, r.name);
    const unused = (r.subjects?.length ?? 0) * (r.objects?.length ?? 0) - r.signatures.filter((s) => s.allowed).length;
    const open = () => examples().openStatements(name, graph().statementsOf({relation: r.name}));
    const documents = () =>
      examples().openDocuments(name, graph().documentsOf({statements: graph().statementsOf({relation: r.name})}));
    return h('section', {class: `relation-block row${r.statements === 0 ? ' unused' : ''}`, 'aria-label': name},
             h('header', null, h('h3', null, name, ' ', h('code', null, r.name)),
               r.known ? null : note(t('unknownTerm'), 'violation'), r.symmetric ? note(t('symmetric')) : null,
               languageGaps(r.labels), r.statements === 0 ? note(t('unused'), 'gap') : null,
               h('span', {class: 'totals'}, `${t('statements')} `, countButton(r.statements, name, open),
                 ` · ${t('evidence')} `, countButton(r.evidence, `${name} ${t('evidence')}`, open),
                 ` · ${t('documents')} `, countButton(r.documents, `${name} ${t('documents')}`, documents)),
               Verdict.for(r.item, name)),
             h('p', {class: 'definition'}, label(r.definition, '')),
             r.subjects ? h('p', {class: 'ends'}, h('span', {class: 'muted'}, t('allowedEnds')), ' ',
               r.subjects.map(typeChip), ' → ', r.objects.map(typeChip),
               unused > 0 ? h('span', {class: 'muted'}, ` ${t('never', count(unused))}`) : null) : null,
             r.signatures.length ? this.#signatures(r, name, most) : null);
  }

  #signatures(r, name, most) {
    const head = [t('signature'), t('statements'), ...STATES.map((s) => t(s)), t('documents'), t('verdict')];
    const rows = r.signatures.map((s) => {
      const title = `${typeName(s.subject)} → ${name} → ${typeName(s.object)}`;
      const narrowed = {relation: r.name, subjectType: s.subject, objectType: s.object};
      const open = (status) => () =>
        examples().openStatements(title, graph().statementsOf({...narrowed, status}));
      const bar = h('span', {class: 'bar'});
      bar.style.setProperty('--share', String(total(s) / most));
      const cells = [
        h('td', {class: 'pair'}, typeChip(s.subject), ' → ', typeChip(s.object), s.allowed ? null : note(t('notAllowed'), 'violation')),
        h('td', {class: 'n'}, bar, countButton(total(s), title, open(null))),
        ...STATES.map((status, i) => h('td', {class: 'n'}, countButton(s.byStatus[i], `${title} ${t(status)}`, open(status)))),
        h('td', {class: 'n'}, countButton(s.documents, `${title} ${t('documents')}`,
          () => examples().openDocuments(title, graph().documentsOf({statements: graph().statementsOf(narrowed)})))),
        h('td', null, Verdict.for(s.item, title)),
      ];
      cells.forEach((cell, i) => { cell.dataset.head = head[i]; });
      return h('tr', {class: `row${s.allowed ? '' : ' refused'}`}, cells);
    });
    return h('table', {class: 'signatures'}, h('thead', null, h('tr', null, head.map((c, i) => h('th', {scope: 'col', class: i > 0 && i < head.length - 1 ? 'n' : null}, c)))),
             h('tbody', null, rows));
  }
}
