// check_pictures.mjs FOLDER: the pictures of `samgak render`, as Chromium shows them: each name lies within its shape, in letters of
// an installed font, no shape covers another, and names are those of the graph.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';

const {chromium} = createRequire(join(process.env.NODE_PATH, 'x.js'))('playwright-core');
const folder = process.argv[2];
let failed = 0;

function check(graph, what, problem) {
  failed += problem ? 1 : 0;
  console.log(problem ? `FAILED: ${graph}: ${what}: ${String(problem).slice(0, 400)}` : `passed: ${graph}: ${what}`);
}

/** In the browser: each node of the picture, its box, and how far its text sticks out. */
function look() {
  const box = (element) => {
    const {x, y, width, height} = element.getBBox();
    return [x, y, x + width, y + height];
  };
  return [...document.querySelectorAll('g.node')].map((node) => {
    const lines = [...node.querySelectorAll('text')].filter((line) => line.textContent.trim());
    const shape = box(node.querySelector('path, polygon, ellipse'));
    // The box of a text is as high as its font allows for; Hangul reaches from 0.85 above the line to 0.1 below it.
    const out = lines.map((line) => {
      const [left, , right] = box(line);
      const base = Number(line.getAttribute('y'));
      const size = Number(line.getAttribute('font-size'));
      return Math.max(shape[0] - left, right - shape[2], shape[1] - (base - 0.85 * size), base + 0.1 * size - shape[3]);
    });
    // The dots of large maps say their name when one points at them.
    const anchor = node.querySelector('a');
    return {
      id: node.id,
      text: lines.map((line) => line.textContent).join(''),
      tooltip: anchor ? anchor.getAttribute('xlink:title') : '',
      box: shape,
      out: Math.max(0, ...out),
      letters: lines.length ? Number(lines[0].getAttribute('font-size')) : 0,
    };
  });
}

/** A pair of boxes that share more than a point in width and height, found along a line from left to right. */
function overlap(nodes) {
  const order = [...nodes].sort((a, b) => a.box[0] - b.box[0]);
  for (let i = 0; i < order.length; ++i) {
    const a = order[i].box;
    for (let j = i + 1; j < order.length && order[j].box[0] < a[2] - 1; ++j) {
      const b = order[j].box;
      if (Math.min(a[3], b[3]) - Math.max(a[1], b[1]) > 1 && Math.min(a[2], b[2]) - b[0] > 1) {
        return `${order[i].text} ${a.map(Math.round)} and ${order[j].text} ${b.map(Math.round)}`;
      }
    }
  }
  return '';
}

const squeezed = (text) => text.replace(/[\s\u00A0\uFEFF]/g, '');

async function checkPicture(page, graph, leaf, lines) {
  await page.goto(`file://${join(folder, graph, leaf)}`, {timeout: 240000});
  const nodes = await page.evaluate(look);
  const rows = readFileSync(join(folder, graph, lines), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line))
    // Sources have lines of their own, but are no nodes of the graph.
    .filter((row) => row.type === 'node' && !(row.labels[0] === 'Document' && row.properties.sha256));
  const name = `${graph}, ${leaf}`;
  check(name, 'a picture of every node', nodes.length - rows.length);
  const named = nodes.filter((node) => node.text);
  const widest = named.reduce((worst, node) => (node.out > worst.out ? node : worst), {out: 0});
  // A point: what fonts of the browser and of Graphviz differ by.
  check(name, 'names lie within their shapes', widest.out > 1 ? `${widest.text} by ${widest.out.toFixed(1)} points` : '');
  check(name, 'no shape covers another', overlap(named));
  if (graph !== 'hostile') {
    const wrong = nodes.find((node) => {
      const wanted = squeezed(rows[Number(node.id.slice(1))].properties.name || rows[Number(node.id.slice(1))].properties.name_en);
      return node.text ? squeezed(node.text) !== wanted : squeezed((node.tooltip || '').split('\n')[0]) !== wanted;
    });
    check(name, 'names are those of the graph; a dot has its own as a tooltip', wrong && JSON.stringify(wrong));
  }
  if (graph === 'generated' && leaf === 'whole.svg') {
    const [, , width, height] = (await page.evaluate(() => document.documentElement.getAttribute('viewBox'))).split(' ').map(Number);
    // On a screen of 1,400 pixels a letter of less than eight is not read.
    const readable = named.filter((node) => (node.letters * 1400) / Math.max(width, height) >= 8);
    check(name, 'some names can be read while the whole map is seen', readable.length < 10 && `${readable.length} names`);
    check(name, 'there is room for hundreds of names', named.length < 300 && `${named.length} names`);
  }
}

const browser = await chromium.launch({executablePath: process.env.SAMGAK_CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox']});
const page = await browser.newPage();
for (const [graph, leaf, lines] of [['seeds', 'whole.svg', 'graph.jsonl'], ['seeds', 'focus.svg', 'focus.jsonl'],
  ['hostile', 'whole.svg', 'graph.jsonl'], ['hostile', 'focus.svg', 'focus.jsonl'], ['generated', 'whole.svg', 'graph.jsonl'],
  ['generated', 'focus.svg', 'focus.jsonl']]) {
  await checkPicture(page, graph, leaf, lines);
}
await browser.close();
process.exit(failed ? 1 : 0);
