// The columns of the graph, as rows. `review/page_columns.hpp` says what each column holds.

export const STATUS = ['held', 'planned', 'proposed'];

export class Graph {
  constructor(columns) {
    this.c = columns;
    this.nodeCount = columns.nodes.id.length;
    this.statementCount = columns.statements.subject.length;
  }

  node(i) {
    const n = this.c.nodes;
    return {
      index: i, id: n.id[i], name: n.name[i], en: n.en[i], ja: n.ja[i], type: this.c.types[n.type[i]],
      aliases: n.aliases[i] || [], wikidata: this.c.strings[n.wikidata[i]], date: this.c.strings[n.date[i]],
      status: this.c.strings[n.status[i]], mapped: n.mapped[i] === '1',
      mentionCount: n.first[i + 1] - n.first[i],
    };
  }

  /** Mentions of node `i`, at most `most` of them. */
  mentions(i, most) {
    const {first} = this.c.nodes;
    const m = this.c.mentions;
    const rows = [];
    for (let at = first[i]; at < first[i + 1] && rows.length < most; ++at) {
      rows.push({document: this.c.documents[m.document[at]], begin: m.begin[at], surface: this.c.strings[m.surface[at]]});
    }
    return rows;
  }

  /** Surfaces of the mentions of node `i` that lie in a place of a document (by number). */
  surfacesIn(i, document, begin, end) {
    const {first} = this.c.nodes;
    const m = this.c.mentions;
    const found = [];
    for (let at = first[i]; at < first[i + 1]; ++at) {
      if (m.document[at] === document && m.begin[at] >= begin && m.begin[at] < end) {
        found.push({offset: m.begin[at] - begin, text: this.c.strings[m.surface[at]]});
      }
    }
    return found;
  }

  statement(i) {
    const s = this.c.statements;
    return {
      index: i, subject: s.subject[i], object: s.object[i], relation: this.c.relations[s.relation[i]],
      status: STATUS[Number(s.status[i])], date: this.c.strings[s.date[i]], roles: this.c.strings[s.roles[i]],
      confidence: s.confidence[i], evidenceCount: s.first[i + 1] - s.first[i],
    };
  }

  evidence(i, most) {
    const {first} = this.c.statements;
    const e = this.c.evidence;
    const text = (column, at) => (column ? this.c.strings[column[at]] : '');
    const rows = [];
    for (let at = first[i]; at < first[i + 1] && rows.length < most; ++at) {
      rows.push({
        document: this.c.documents[e.document[at]], documentNumber: e.document[at], begin: e.begin[at], end: e.end[at],
        quote: this.c.strings[e.quote[at]], rule: this.c.strings[e.rule[at]], status: STATUS[Number(e.status[at])],
        before: text(e.before, at), after: text(e.after, at),
      });
    }
    return rows;
  }

  nodesOfTypes(names) {
    const wanted = this.c.types.map((name) => names.has(name));
    return this.#select(this.nodeCount, (i) => wanted[this.c.nodes.type[i]]);
  }

  /** Numbers of the statements that a relation and types at both ends narrow down; each may be null. */
  statementsOf({relation = null, subjectType = null, objectType = null, anyType = null, status = null, node = null}) {
    const s = this.c.statements;
    const {type} = this.c.nodes;
    const number = (list, name) => (name === null ? -1 : list.indexOf(name));
    const r = number(this.c.relations, relation);
    const from = number(this.c.types, subjectType);
    const to = number(this.c.types, objectType);
    const any = number(this.c.types, anyType);
    const state = status === null ? '' : String(STATUS.indexOf(status));
    return this.#select(this.statementCount, (i) =>
      (relation === null || s.relation[i] === r) && (subjectType === null || type[s.subject[i]] === from) &&
      (objectType === null || type[s.object[i]] === to) && (status === null || s.status[i] === state) &&
      (anyType === null || type[s.subject[i]] === any || type[s.object[i]] === any) &&
      (node === null || s.subject[i] === node || s.object[i] === node));
  }

  /** Statements at any of a set of nodes. */
  statementsAtNodes(nodes) {
    const s = this.c.statements;
    return this.#select(this.statementCount, (i) => nodes.has(s.subject[i]) || nodes.has(s.object[i]));
  }

  #select(n, wanted) {
    const found = [];
    for (let i = 0; i < n; ++i) if (wanted(i)) found.push(i);
    return found;
  }
}
