// The classes as a picture: the kinds of actors on the left, what is only spoken of on the right; lines as thick as their
// statements are many.
import {classOf, graph, summary} from './data.js';
import {svg} from './dom.js';
import {examples} from './examples.js';
import {relationOf} from './data.js';
import {count, label, t} from './words.js';

const BOX = {width: 168, height: 58, gap: 34};
const COLUMN = 316;
const EDGE = 84;
const LABELLED = 10;

/** Does the class stand below another than the topmost: one of several kinds of actor? */
function isKind(c) {
  return (c.parents ?? []).some((p) => (classOf(p)?.parents ?? []).length > 0);
}

/** 1 for a class that the ontology only lets act, 0 for one that is only acted on. */
function activity(name) {
  const as = (end) => summary.relations.filter((r) => r[end]?.includes(name)).length;
  const all = as('subjects') + as('objects');
  return all === 0 ? 0 : as('subjects') / all;
}

function boxes() {
  const shown = summary.classes.filter((c) => c.ofNodes && !c.abstract || !c.known);
  const columns = [[], [], []];
  for (const c of shown) {
    columns[isKind(c) ? 0 : activity(c.name) > 0.25 ? 1 : 2].push(c);
  }
  const tallest = Math.max(...columns.map((c) => c.length));
  const placed = new Map();
  columns.forEach((column, x) => {
    const free = (tallest - column.length) * (BOX.height + BOX.gap) / 2;
    column.forEach((c, y) => placed.set(c.name, {
      c, column: x, x: EDGE + x * COLUMN, y: 12 + free + y * (BOX.height + BOX.gap)}));
  });
  return {placed, width: 2 * EDGE + 2 * COLUMN + BOX.width, height: 24 + tallest * (BOX.height + BOX.gap) - BOX.gap};
}

/** One line for all relations between two types. */
function links(placed) {
  const found = new Map();
  for (const r of summary.relations) {
    for (const s of r.signatures) {
      if (!placed.has(s.subject) || !placed.has(s.object)) continue;
      const key = `${s.subject} ${s.object}`;
      const link = found.get(key) ?? {subject: s.subject, object: s.object, size: 0, parts: []};
      const size = s.byStatus.reduce((a, b) => a + b, 0);
      link.size += size;
      link.parts.push({name: label(relationOf(r.name)?.labels, r.name), size});
      found.set(key, link);
    }
  }
  return [...found.values()].sort((a, b) => b.size - a.size);
}

/** The curve between two boxes, and where its label goes. */
function curve(a, b) {
  const middle = (box) => box.y + BOX.height / 2;
  if (a.column === b.column) {
    const right = a.column > 0;
    const x = right ? a.x + BOX.width : a.x;
    const bulge = (right ? 1 : -1) * (44 + 10 * Math.min(3, Math.abs(a.y - b.y) / (BOX.height + BOX.gap)));
    const [from, to] = a === b ? [middle(a) - 14, middle(a) + 14] : [middle(a) - 7, middle(b) + 7];
    return {d: `M${x} ${from}C${x + bulge} ${from} ${x + bulge} ${to} ${x} ${to}`, x: x + bulge * 0.75, y: (from + to) / 2};
  }
  const forward = a.column < b.column;
  const from = {x: forward ? a.x + BOX.width : a.x, y: middle(a) + (forward ? -5 : 8)};
  const to = {x: forward ? b.x : b.x + BOX.width, y: middle(b) + (forward ? -5 : 8)};
  const bend = (to.x - from.x) / 2;
  return {d: `M${from.x} ${from.y}C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`,
          ...onCurve(from, to, bend, Math.abs(a.column - b.column) > 1 ? 0.2 : 0.5)};
}

/** A point of the curve, `share` of the way; a label halfway along a long one would lie under the boxes between. */
function onCurve(from, to, bend, share) {
  const rest = 1 - share;
  const [w0, w1, w2, w3] = [rest ** 3, 3 * rest ** 2 * share, 3 * rest * share ** 2, share ** 3];
  return {x: w0 * from.x + w1 * (from.x + bend) + w2 * (to.x - bend) + w3 * to.x, y: (w0 + w1) * from.y + (w2 + w3) * to.y};
}

function pressable(element, open) {
  element.addEventListener('click', open);
  element.addEventListener('keydown', (e) => {
    if (e.key !== 'Enter' && e.key !== ' ') return;
    e.preventDefault();
    open();
  });
  return element;
}

export function diagram() {
  const {placed, width, height} = boxes();
  const all = links(placed);
  const most = Math.max(1, ...all.map((l) => l.size));
  const name = (type) => label(classOf(type)?.labels, type);
  const lines = all.map((link, rank) => {
    const {d, x, y} = curve(placed.get(link.subject), placed.get(link.object));
    const title = `${name(link.subject)} → ${name(link.object)}, ${count(link.size)}: ${link.parts.map((p) => `${p.name} ${count(p.size)}`).join(', ')}`;
    const line = svg('g', {class: `flow${rank < LABELLED ? ' main' : ''}`, tabindex: 0, role: 'button', 'aria-label': title,
                           'data-ends': `${link.subject} ${link.object}`},
                     svg('title', null, title), svg('path', {class: 'reach', d}),
                     svg('path', {class: 'line', d, 'stroke-width': (1 + 7 * Math.sqrt(link.size / most)).toFixed(1)}),
                     svg('text', {x, y: y + 4, 'text-anchor': 'middle'}, count(link.size)));
    return pressable(line, () => examples().openStatements(
        `${name(link.subject)} → ${name(link.object)}`, graph().statementsOf({subjectType: link.subject, objectType: link.object})));
  });
  const nodes = [...placed.values()].map(({c, x, y}) => pressable(
      svg('g', {class: `box type-${/^\w+$/.test(c.name) ? c.name : 'other'}${c.nodes === 0 ? ' unused' : ''}`, tabindex: 0, role: 'button',
                'aria-label': `${name(c.name)} ${c.name} ${count(c.nodes)}`, 'data-class': c.name},
          svg('rect', {x, y, width: BOX.width, height: BOX.height, rx: 10}),
          // The spaces keep the words apart for those who hear them.
          svg('text', {class: 'box-name', x: x + 14, y: y + 25}, name(c.name)), ' ',
          svg('text', {class: 'box-code', x: x + 14, y: y + 44}, c.name), ' ',
          svg('text', {class: 'box-count', x: x + BOX.width - 14, y: y + 37, 'text-anchor': 'end'}, count(c.nodes))),
      () => examples().openNodes(name(c.name), graph().nodesOfTypes(new Set([c.name])))));
  const picture = svg('svg', {viewBox: `0 0 ${width} ${height}`, class: 'diagram', role: 'group', 'aria-label': t('diagram')},
                      lines, nodes);
  const light = (type) => {
    picture.classList.toggle('lit', type !== null);
    lines.forEach((l) => l.classList.toggle('on', type !== null && l.dataset.ends.split(' ').includes(type)));
  };
  for (const box of nodes) {
    for (const event of ['mouseenter', 'focus']) box.addEventListener(event, () => light(box.dataset.class));
    for (const event of ['mouseleave', 'blur']) box.addEventListener(event, () => light(null));
  }
  return picture;
}
