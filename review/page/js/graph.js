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
      const surface = this.c.strings[m.surface[at]];
      rows.push({document: this.c.documents[m.document[at]], documentNumber: m.document[at], begin: m.begin[at],
                 end: m.begin[at] + [...surface].length, surface, ...this.#around(at)});
    }
    return rows;
  }

  /** What stands around the mention number `at`, where no quote holds it and the texts were at hand. */
  #around(at) {
    const {lonely, before, after} = this.c.mentions;
    if (!lonely) return {};
    this.lonely ??= new Map(lonely.map((number, i) => [number, i]));
    const i = this.lonely.get(at);
    return i === undefined ? {} : {before: this.c.strings[before[i]], after: this.c.strings[after[i]]};
  }

  /** The shortest quote that holds a place of a document (by number), or null. */
  passageAround(document, begin, end) {
    this.passages ??= this.#passagesByDocument();
    const e = this.c.evidence;
    let best = -1;
    for (const at of this.passages.get(document) ?? []) {
      if (e.begin[at] <= begin && end <= e.end[at] && (best < 0 || e.end[at] - e.begin[at] < e.end[best] - e.begin[best])) best = at;
    }
    return best < 0 ? null : this.#passage(best);
  }

  #passagesByDocument() {
    const all = new Map();
    this.c.evidence.document.forEach((document, at) => {
      if (!all.has(document)) all.set(document, []);
      all.get(document).push(at);
    });
    return all;
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
    const rows = [];
    for (let at = first[i]; at < first[i + 1] && rows.length < most; ++at) rows.push(this.#passage(at));
    return rows;
  }

  #passage(at) {
    const e = this.c.evidence;
    const text = (column) => (column ? this.c.strings[column[at]] : '');
    return {
      document: this.c.documents[e.document[at]], documentNumber: e.document[at], begin: e.begin[at], end: e.end[at],
      quote: text(e.quote), rule: text(e.rule), status: STATUS[Number(e.status[at])], before: text(e.before), after: text(e.after),
    };
  }

  /** The documents that some nodes are named in and some statements rest on: `{name, nodes, statements}`, by name. */
  documentsOf({nodes = [], statements = []}) {
    const found = new Map();
    const collect = (what, rows, first, documents) => {
      for (const i of rows) {
        for (let at = first[i]; at < first[i + 1]; ++at) {
          const number = documents[at];
          if (!found.has(number)) found.set(number, {name: this.c.documents[number], nodes: new Set(), statements: new Set()});
          found.get(number)[what].add(i);
        }
      }
    };
    collect('nodes', nodes, this.c.nodes.first, this.c.mentions.document);
    collect('statements', statements, this.c.statements.first, this.c.evidence.document);
    return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  allNodes() {
    return this.#select(this.nodeCount, () => true);
  }

  allStatements() {
    return this.#select(this.statementCount, () => true);
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
