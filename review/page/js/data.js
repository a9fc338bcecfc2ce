// What the program computed. The summary is read at once; the lists, when their parts are drawn; the graph, which is far
// larger, when somebody asks for an example.
import {Graph} from './graph.js';
import {Inferred} from './inferred.js';

function read(id) {
  return JSON.parse(document.getElementById(`data-${id}`).textContent);
}

export const summary = read('summary');

const lists = new Map();

/** `findings`, `unmapped`, `duplicates`, `contradictions` or `changes`. */
export function list(name) {
  if (!lists.has(name)) lists.set(name, read(name));
  return lists.get(name);
}

let loaded = null;

export function graph() {
  loaded ??= new Graph(read('graph'));
  return loaded;
}

let followed = null;

/** Only where the summary counts what was inferred. */
export function inferred() {
  followed ??= new Inferred(read('inferred'), graph().statementCount);
  return followed;
}

const classes = new Map(summary.classes.map((c) => [c.name, c]));
const relations = new Map(summary.relations.map((r) => [r.name, r]));
for (const r of summary.inferred ?? []) if (!relations.has(r.relation)) relations.set(r.relation, r);

export function classOf(name) {
  return classes.get(name);
}

export function relationOf(name) {
  return relations.get(name);
}
