// check_viz.mjs FOLDER: Graphviz 16, as WebAssembly, reads graph.dot and focus.dot: nodes, edges, names, and no warning but those
// that come of having no fonts there. Debian's older Graphviz is asked by check_dot.py.
import {existsSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';

const {instance} = createRequire(join(process.env.NODE_PATH, 'x.js'))('@viz-js/viz');
const folder = process.argv[2];
const viz = await instance();
let failed = 0;

function check(graph, what, problem) {
  failed += problem ? 1 : 0;
  const name = `Graphviz ${viz.graphvizVersion}, ${what}`;
  console.log(problem ? `FAILED: ${graph}: ${name}: ${String(problem).slice(0, 400)}` : `passed: ${graph}: ${name}`);
}

// Of the machine, not of our text: no fonts and no overlap removal were built in.
const HOMEMADE = /no hard-coded metrics|no value for width of non-ASCII|Overlap value "prism" unsupported|without triangulation|not built with triangulation/;
const squeezed = (text) => text.replace(/[\s\u00A0\uFEFF]/g, '');
// A label as Graphviz holds it, without its escapes.
const shown = (label) => squeezed(label.replace(/\\(.)/g, (_, c) => (c === 'n' ? '\n' : c)).replace(/&amp;/g, '&'));
const noncharacter = /[\u0000-\u0008\u000B-\u001F\u007F\uFDD0-\uFDEF]|[\uFFFE\uFFFF]|[\u{1FFFE}\u{1FFFF}\u{2FFFE}\u{2FFFF}\u{10FFFE}\u{10FFFF}]/gu;
const drawable = (text) => squeezed(text.replace(/\r\n?/g, '\n').replace(noncharacter, '\uFFFD'));

function isName(label, wanted) {
  const start = label.replace(/…$/, '');
  return label === wanted || (start !== label && start !== '' && wanted.startsWith(start));
}

function checkGraph(graph, dot, lines) {
  const read = viz.render(readFileSync(join(folder, graph.split(',')[0], dot), 'utf8'), {format: 'dot_json'});
  const told = read.errors.map((error) => error.message).filter((message) => !HOMEMADE.test(message));
  check(graph, 'read without a warning', read.status !== 'success' || told.length ? told[0] || 'failed' : '');
  if (read.status !== 'success') return;
  const found = JSON.parse(read.output);
  const nodes = found.objects.filter((object) => object.nodes === undefined);
  const rows = readFileSync(join(folder, graph.split(',')[0], lines), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
  // Sources have lines of their own, but are no nodes of the graph.
  const wanted = rows.filter((row) => row.type === 'node' && !(row.labels[0] === 'Document' && row.properties.sha256));
  const edges = rows.filter((row) => row.type === 'relationship');
  const number = new Map(wanted.map((row, i) => [row.id, `n${i}`]));
  check(graph, 'every node', nodes.length - wanted.length);
  const label = new Map(nodes.map((node) => [node.name, shown(node.label)]));
  const name = ({properties: p, id}) => drawable([p.name, p.name_en, p.name_ja, ...(p.aliases || [])].find(Boolean) || id);
  const wrong = wanted.findIndex((row, i) => !isName(label.get(`n${i}`) ?? '', name(row)));
  check(graph, 'names of nodes', wrong < 0 ? '' : `${label.get(`n${wrong}`)} instead of ${name(wanted[wrong])}`);
  const ends = (found.edges || []).map((edge) => `${edge.id} ${found.objects[edge.tail].name} ${found.objects[edge.head].name}`).sort();
  const right = edges.map((row) => `${row.id} ${number.get(row.start.id)} ${number.get(row.end.id)}`).sort();
  const other = right.findIndex((text, i) => ends[i] !== text);
  check(graph, 'ids and ends of edges', ends.length - right.length || (other < 0 ? '' : `${ends[other]} instead of ${right[other]}`));
}

for (const graph of ['seeds', 'hostile', 'generated']) {
  checkGraph(graph, 'graph.dot', 'graph.jsonl');
  if (existsSync(join(folder, graph, 'focus.dot'))) checkGraph(`${graph}, focus`, 'focus.dot', 'focus.jsonl');
}
process.exit(failed ? 1 : 0);
