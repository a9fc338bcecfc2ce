// Elements from data. Text becomes text nodes only: nothing here parses markup.

/**
 * `h('td', {class: 'n', onclick: go}, 'a', node)`. A property that begins with `on` is a listener, `null` and `false` set
 * nothing, `true` sets an empty attribute. Children: nodes, strings, numbers, arrays of these; null and false are skipped.
 */
export function h(name, properties, ...children) {
  return fill(document.createElement(name), properties, children);
}

/** The same for SVG. */
export function svg(name, properties, ...children) {
  return fill(document.createElementNS('http://www.w3.org/2000/svg', name), properties, children);
}

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false));
  return element;
}

/** Lets the browser paint before `work` runs. */
export function soon(work) {
  if ('requestIdleCallback' in window) requestIdleCallback(work, {timeout: 1000});
  else setTimeout(work, 50);
}
