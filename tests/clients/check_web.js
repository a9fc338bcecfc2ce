// check_web.js FOLDER GRAPH: jsonld.js, rdf-canonize, n3, the streaming parser and graphology read the files of a graph.
'use strict';
const fs = require('fs');
const path = require('path');
const jsonld = require('jsonld');
const canonize = require('rdf-canonize');
const n3 = require('n3');
const {JsonLdParser} = require('jsonld-streaming-parser');
const {MultiDirectedGraph} = require('graphology');
const graphml = require('graphology-graphml');
const gexf = require('graphology-gexf');

const [folder, name] = process.argv.slice(2);
const file = (leaf) => path.join(folder, name, leaf);
const read = (leaf) => fs.readFileSync(file(leaf), 'utf8');
const lines = read('graph.jsonl').split('\n').filter(Boolean).map((line) => JSON.parse(line));
// Sources have lines of their own, but are no nodes of the graph.
const nodes = lines.filter((line) => line.type === 'node' && !(line.labels[0] === 'Document' && line.properties.sha256));
const edges = lines.filter((line) => line.type === 'relationship');
// Of a million quads or a hundred megabytes of XML these make objects, for many minutes.
const large = edges.length > 10000;
let failed = 0;

function check(what, problem) {
  failed += problem ? 1 : 0;
  console.log(problem ? `FAILED: ${name}: ${what}: ${String(problem).slice(0, 500)}` : `passed: ${name}: ${what}`);
}
const skip = (what, reason) => console.log(`skipped: ${name}: ${what}: ${reason}`);

/** Empty when both lists of texts hold the same, in any order. */
function difference(found, wanted) {
  const a = [...found].sort();
  const b = [...wanted].sort();
  const at = a.findIndex((text, i) => text !== b[i]);
  if (at < 0 && a.length === b.length) return '';
  return `${a.length} found, ${b.length} wanted; found ${JSON.stringify(a[at])}, wanted ${JSON.stringify(b[at < 0 ? a.length : at])}`;
}

const refuse = (url) => {
  throw new Error(`asked for ${url}`);
};

async function checkN3(wanted) {
  for (const [leaf, format] of [['graph.ttl', 'Turtle'], ['graph.trig', 'TriG'], ['graph.nq', 'N-Quads']]) {
    let count = 0;
    await new Promise((resolve) => {
      new n3.StreamParser({format}).import(fs.createReadStream(file(leaf))).on('data', () => ++count).on('error', resolve).on('end', resolve);
    }).then((error) => check(`n3: ${leaf} has as many quads as N-Quads`, error || count - wanted));
  }
}

async function checkRdf() {
  const rows = read('graph.nq').split('\n').filter(Boolean);
  await checkN3(rows.length);
  if (large) {
    skip('jsonld.js, rdf-canonize and jsonld-streaming-parser', 'a million quads take them many minutes; oxigraph reads these');
    return;
  }
  const streamed = [];
  await new Promise((resolve, reject) => {
    const parser = new JsonLdParser({streamingProfile: true, documentLoader: {load: async (url) => refuse(url)}});
    const writer = new n3.Writer({format: 'N-Quads'});
    parser.on('data', (quad) => streamed.push(writer.quadToString(quad.subject, quad.predicate, quad.object, quad.graph).trim()));
    parser.on('error', reject);
    parser.on('end', resolve);
    fs.createReadStream(file('graph.jsonld')).pipe(parser);
  }).then(() => check('jsonld-streaming-parser, streaming profile: as many quads as N-Quads', streamed.length - rows.length),
          (error) => check('jsonld-streaming-parser, streaming profile: no error', error));
  const document = JSON.parse(read('graph.jsonld'));
  const text = await jsonld.toRDF(document, {format: 'application/n-quads', documentLoader: refuse});
  const options = {algorithm: 'RDFC-1.0', format: 'application/n-quads'};
  // rdf-canonize leaves U+FFFE and U+FFFF as they are; the recommendation has them escaped.
  const canonical = async (quads) => (await canonize.canonize(canonize.NQuads.parse(quads), options))
    .replace(/[\uFFFE\uFFFF]/g, (c) => `\\u${c.charCodeAt(0).toString(16).toUpperCase()}`);
  check('jsonld.js, RDFC-1.0: JSON-LD is graph.nq byte for byte, and no document was asked for', difference((await canonical(text)).split('\n'), [...rows, '']));
  check('rdf-canonize: graph.nq is its own canonical form', (await canonical(read('graph.nq'))) !== read('graph.nq'));
  const again = await jsonld.compact(await jsonld.expand(document, {documentLoader: refuse}), document['@context'], {documentLoader: refuse});
  const stable = await jsonld.toRDF(again, {format: 'application/n-quads', documentLoader: refuse});
  check('jsonld.js: expanded and compacted again it says the same', difference(stable.split('\n'), text.split('\n')));
  // The ids of the hostile graph are there to be encoded, which is not what is asked here.
  if (name === 'seeds') await checkFrame(document);
}

/** The frame of the vocabulary makes a tree of each meeting: who attended, chaired, what came of it, where, about what. */
async function checkFrame(document) {
  const frame = JSON.parse(fs.readFileSync(path.join(__dirname, '../../ontology/schema/meeting-frame.jsonld'), 'utf8'));
  const framed = await jsonld.frame(document, frame, {documentLoader: refuse});
  const trees = framed['@graph'] || [framed];
  const meetings = nodes.filter((node) => node.labels[0] === 'Meeting');
  const iri = (id) => encodeURI(`https://w3id.org/samgak/id/${id}`);
  check('jsonld.js, frame: a tree for each meeting', difference(trees.map((tree) => encodeURI(tree['@id'])), meetings.map((node) => iri(node.id))));
  const parts = {attended: 'attendedBy', chaired: 'chairedBy', adoptedAt: 'adopted'};
  const into = edges.filter((edge) => parts[relation(edge)] && edge.end.labels[0] === 'Meeting');
  const outOf = edges.filter((edge) => ['heldIn', 'discussed'].includes(relation(edge)) && edge.start.labels[0] === 'Meeting');
  const wanted = [...into.map((edge) => [iri(edge.end.id), parts[relation(edge)], iri(edge.start.id)]),
                  ...outOf.map((edge) => [iri(edge.start.id), relation(edge), iri(edge.end.id)])];
  const found = trees.flatMap((tree) => [...Object.values(parts), 'heldIn', 'discussed'].flatMap((part) =>
    (tree[part] || []).map((leaf) => [encodeURI(tree['@id']), part, encodeURI(leaf['@id'])])));
  check('jsonld.js, frame: the branches of each are its edges', difference(found.map(String), [...new Set(wanted.map(String))]));
}

const relation = (edge) => edge.properties.relation || edge.label;
const clean = (text) => text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD').replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, '');
// xmldom, which graphology reads with on Node, takes these for ends of lines as XML 1.1 does; our files are XML 1.0.
const breaks = (text) => text.replace(/[\n\u0085\u2028]/g, ' ');

function checkGraphology(what, graph, relationOf) {
  check(`${what}: nodes`, graph.order - nodes.length);
  check(`${what}: edges`, graph.size - edges.length);
  const wanted = edges.map((edge) => [clean(edge.start.id), clean(edge.end.id), clean(relationOf(edge))].map(breaks).join('\u0000'));
  const found = graph.mapEdges((edge, data, source, target, from, to) =>
    [from.uid || '', to.uid || '', data.predicate || data.label].map(breaks).join('\u0000'));
  check(`${what}: ends and relations`, difference(found, wanted));
  check(`${what}: confidence is a number`, graph.someEdge((edge, data) => typeof data.confidence !== 'number'));
}

async function main() {
  await checkRdf();
  if (large) {
    skip('graphology', 'its reader holds the whole XML as objects; NetworkX and igraph read this size');
  } else {
    checkGraphology('graphology, GraphML', graphml.parse(MultiDirectedGraph, read('graph.graphml')), (edge) => edge.label);
    const graph = gexf.parse(MultiDirectedGraph, read('graph.gexf'), {allowUndeclaredAttributes: false});
    checkGraphology('graphology, GEXF', graph, relation);
    check('graphology, GEXF: lists are arrays', graph.someEdge((edge, data) => !Array.isArray(data.evidence)));
    const quotes = edges.flatMap((edge) => edge.properties.evidence.map((text) => text.replace(/[\u0000-\u001F]/g, ' ').replace(/[\uFFFE\uFFFF]/g, '\uFFFD')));
    check('graphology, GEXF: quotes', difference(graph.mapEdges((edge, data) => data.evidence).flat().map(breaks), quotes.map(breaks)));
    check('graphology, GEXF: colours, sizes and places', graph.someNode((node, data) => !/^(#|rgb)/.test(data.color) || !(data.size > 0) || !Number.isFinite(data.x)));
  }
  process.exit(failed ? 1 : 0);
}

main().catch((error) => {
  console.log(`FAILED: ${name}: ended early: ${error.stack}`);
  process.exit(1);
});
