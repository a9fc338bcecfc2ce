// A quote in its context: what stands around it, who is meant, where it is.
import {graph} from './data.js';
import {h} from './dom.js';
import {count, t} from './words.js';

/** The surfaces of the two ends of a statement as stretches of the quote, in order, without overlap. */
function marksIn(quote, ends) {
  const marks = [];
  for (const {kind, surfaces} of ends) {
    for (const {offset, text} of surfaces) {
      if (text === '') continue;
      // The place counts characters of the file; the quote may have lost markup, so the nearest equal words are meant.
      const from = quote.lastIndexOf(text, offset);
      const begin = from >= 0 ? from : quote.indexOf(text);
      if (begin >= 0) marks.push({begin, end: begin + text.length, kind});
    }
  }
  marks.sort((a, b) => a.begin - b.begin || b.end - a.end);
  let end = 0;
  return marks.filter((mark) => {
    const fits = mark.begin >= end;
    if (fits) end = mark.end;
    return fits;
  });
}

function markedText(quote, marks) {
  const parts = [];
  let at = 0;
  for (const mark of marks) {
    parts.push(quote.slice(at, mark.begin), h('mark', {class: mark.kind}, quote.slice(mark.begin, mark.end)));
    at = mark.end;
  }
  return [...parts, quote.slice(at)];
}

/** `{quote, document, begin, end, before?, after?, rule?}`; `ends` as `marksIn` takes them. */
export function quoteFigure(passage, ends = []) {
  if (!passage.document) return h('p', {class: 'muted'}, t('noQuote'));
  const words = passage.quote
    ? h('blockquote', null,
        passage.before ? h('span', {class: 'around'}, `…${passage.before}`) : null,
        h('span', {class: 'said'}, markedText(passage.quote, marksIn(passage.quote, ends))),
        passage.after ? h('span', {class: 'around'}, `${passage.after}…`) : null)
    : h('p', {class: 'muted'}, t('noQuote'));
  return h('figure', {class: 'quote'}, words,
           h('figcaption', null, h('b', null, passage.document), ' ', t('at', count(passage.begin), count(passage.end)),
             passage.rule ? h('code', null, passage.rule) : null));
}

/** The passages of statement `i`, its ends marked. */
export function quotesOf(i, most) {
  const g = graph();
  const {subject, object} = g.statement(i);
  return g.evidence(i, most).map((e) => quoteFigure(e, [
    {kind: 'subject', surfaces: g.surfacesIn(subject, e.documentNumber, e.begin, e.end)},
    {kind: 'object', surfaces: g.surfacesIn(object, e.documentNumber, e.begin, e.end)},
  ]));
}
