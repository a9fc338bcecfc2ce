// check_mermaid.js FOLDER: Mermaid itself reads graph.mmd and focus.mmd in Chromium: nodes, edges and texts are those of the
// graph, and those of the picture that it draws too.
'use strict';
const fs = require('fs');
const path = require('path');
const {chromium} = require('playwright-core');

const folder = process.argv[2];
const script = path.join(path.dirname(require.resolve('mermaid/package.json')), 'dist', 'mermaid.min.js');
let failed = 0;

function check(graph, what, problem) {
  failed += problem ? 1 : 0;
  console.log(problem ? `FAILED: ${graph}: Mermaid, ${what}: ${String(problem).slice(0, 500)}` : `passed: ${graph}: Mermaid, ${what}`);
}
const skip = (graph, what, reason) => console.log(`skipped: ${graph}: Mermaid, ${what}: ${reason}`);

/** Labels are wrapped, and white space of HTML is one space. */
const squeezed = (text) => text.replace(/[\s\u200B\uFEFF]/g, '');
const drawable = (text) => squeezed(text.replace(/[\u0000-\u001F\u007F]/g, ' '));

/** Whether `found` is `wanted`, or the beginning of a long one. */
function sameText(found, wanted) {
  const start = found.replace(/…$/, '');
  return found === wanted || (start !== found && start !== '' && wanted.startsWith(start));
}

function differences(found, wanted) {
  if (found.length !== wanted.length) return `${found.length} found, ${wanted.length} wanted`;
  const at = found.findIndex((text, i) => !sameText(text, wanted[i]));
  return at < 0 ? '' : `number ${at}: found ${JSON.stringify(found[at])}, wanted ${JSON.stringify(wanted[at])}`;
}

const displayName = (p, id) => [p.name, p.name_en, p.name_ja, ...(p.aliases || [])].find(Boolean) || id;

/** What a diagram of these lines of JSON should hold, in the order of the file. */
function wantedOf(file) {
  const lines = fs.readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
  // Sources have lines of their own, but are no nodes of the graph.
  const nodes = lines.filter((line) => line.type === 'node' && !(line.labels[0] === 'Document' && line.properties.sha256));
  const number = new Map(nodes.map((node, i) => [node.id, `n${i}`]));
  const edges = lines.filter((line) => line.type === 'relationship');
  return {
    names: nodes.map((node) => drawable(displayName(node.properties, node.id))),
    ends: edges.map((edge) => `${number.get(edge.start.id)} ${number.get(edge.end.id)}`),
    dashed: edges.map((edge) => (edge.properties.status === 'held' ? 'normal' : 'dotted')),
    roles: edges.map((edge) => drawable((edge.properties.roles || []).join(''))),
  };
}

/** In the browser: the diagram as Mermaid's flow database holds it. */
const parse = async (text) => {
  try {
    const diagram = await window.mermaid.mermaidAPI.getDiagramFromText(text);
    // In the page Mermaid decodes its own marks for `#34;` only when it draws.
    const plain = (label) => label.replace(/ﬂ°°/g, '&#').replace(/ﬂ°/g, '&').replace(/¶ß/g, ';');
    const read = (label) => new DOMParser().parseFromString(plain(label), 'text/html').body.textContent;
    return {
      type: diagram.type,
      vertices: [...diagram.db.getVertices().values()].filter((v) => /^n/.test(v.id)).map((v) => [v.id, read(v.text)]),
      edges: diagram.db.getEdges().map((e) => ({ends: `${e.start} ${e.end}`, stroke: e.stroke, text: read(e.text)})),
    };
  } catch (error) {
    return {error: String(error.message || error)};
  }
};

/** In the browser: what is drawn. */
const draw = async (text) => {
  const place = document.getElementById('place');
  try {
    place.innerHTML = (await window.mermaid.render('picture', text)).svg;
  } catch (error) {
    return {error: String(error.message || error)};
  }
  const order = (node) => Number((/-n(\d+)-\d+$/.exec(node.id) || [])[1]);
  const drawn = [...place.querySelectorAll('g.node')];
  const nodes = drawn.filter((node) => order(node) >= 0).sort((a, b) => order(a) - order(b));
  const overflows = (node) => {
    const label = node.querySelector('foreignObject');
    return label && label.firstElementChild.scrollWidth > Math.ceil(Number(label.getAttribute('width'))) + 1;
  };
  return {
    labels: nodes.map((node) => node.querySelector('.nodeLabel').textContent),
    legend: drawn.filter((node) => Number.isNaN(order(node))).map((node) => node.textContent.trim()),
    overflowing: drawn.filter(overflows).map((node) => node.textContent.slice(0, 40)),
    edges: place.querySelectorAll('path.flowchart-link').length,
    dangerous: place.querySelectorAll('script, iframe, img, a, [onload], [onerror], [onclick]').length,
  };
};

function checkParsed(graph, found, wanted) {
  check(graph, 'parsed without an error', found.error);
  if (found.error) return;
  check(graph, 'a flowchart', found.type.startsWith('flowchart') ? '' : found.type);
  check(graph, 'every node, under our number', differences(found.vertices.map((v) => v[0]), wanted.names.map((_, i) => `n${i}`)));
  check(graph, 'names of nodes', differences(found.vertices.map((v) => squeezed(v[1])), wanted.names));
  check(graph, 'ends of edges, parallel ones too', differences(found.edges.map((e) => e.ends), wanted.ends));
  check(graph, 'what did not take place is dotted', differences(found.edges.map((e) => e.stroke), wanted.dashed));
  const without = found.edges.findIndex((e, i) => !squeezed(e.text) || !(e.text.endsWith('…') || squeezed(e.text).endsWith(wanted.roles[i])));
  check(graph, 'relation and roles at the edges', without < 0 ? '' : `${JSON.stringify(found.edges[without])} ends not in ${wanted.roles[without]}`);
}

async function checkDrawn(page, graph, text, wanted) {
  const found = await page.evaluate(draw, text);
  check(graph, 'drawn without an error', found.error);
  if (found.error) return;
  check(graph, 'names in the picture', differences(found.labels.map(squeezed), wanted.names));
  check(graph, 'every edge is in the picture', found.edges - wanted.ends.length);
  check(graph, 'names lie within their shapes', found.overflowing.length ? found.overflowing : '');
  check(graph, 'nothing in the picture runs or loads', found.dangerous);
}

async function main() {
  const browser = await chromium.launch({executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox']});
  const page = await browser.newPage({viewport: {width: 1600, height: 1200}});
  const asked = [];
  page.on('request', (request) => request.url().startsWith('http') && asked.push(request.url()));
  await page.setContent('<!DOCTYPE html><meta charset="utf-8"><div id="place"></div>');
  await page.addScriptTag({path: script});
  const start = (limits) => page.evaluate((config) => window.mermaid.initialize({startOnLoad: false, ...config}), limits);
  for (const graph of ['seeds', 'hostile', 'generated']) {
    for (const [leaf, lines] of [['focus.mmd', 'focus.jsonl'], ['graph.mmd', 'graph.jsonl']]) {
      if (!fs.existsSync(path.join(folder, graph, leaf))) continue;
      const text = fs.readFileSync(path.join(folder, graph, leaf), 'utf8');
      const wanted = wantedOf(path.join(folder, graph, lines));
      const name = leaf === 'focus.mmd' ? `${graph}, focus` : graph;
      if (wanted.ends.length > 10000) {
        skip(name, 'parsed', 'its parser holds the whole diagram as objects, and its layout serves some hundred edges');
        continue;
      }
      // A page of GitHub draws within the limits that Mermaid comes with; a larger diagram needs a page that raises them.
      const small = wanted.ends.length <= 500;
      await start(small ? {} : {maxEdges: wanted.ends.length, maxTextSize: text.length + 1});
      checkParsed(name, await page.evaluate(parse, text), wanted);
      if (small) await checkDrawn(page, name, text, wanted);
      else skip(name, 'drawn', 'its layout serves some hundred edges; read it is');
      if (process.env.SAMGAK_PICTURES) await page.locator('#place').screenshot({path: path.join(folder, graph, `${leaf}.png`)});
    }
  }
  check('all', 'nothing was asked of the network', asked.length ? asked.slice(0, 3) : '');
  await browser.close();
  process.exit(failed ? 1 : 0);
}

main().catch((error) => {
  console.log(`FAILED: all: Mermaid: ended early: ${error.stack}`);
  process.exit(1);
});
