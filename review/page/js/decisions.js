// What the reviewer decides: kept in memory, and in this browser under the name of the graph where it lets us.
import {summary} from './data.js';

const KEY = `samgak-review ${summary.about.graph} ${summary.about.nodes}/${summary.about.statements}`;

class Decisions extends EventTarget {
  #byItem = new Map();
  #reviewer = '';

  constructor() {
    super();
    this.#merge(summary.decisions);
    try {
      const stored = JSON.parse(localStorage.getItem(KEY) ?? 'null');
      if (stored) {
        this.#reviewer = String(stored.reviewer ?? '');
        this.#merge(stored.decisions);
      }
    } catch {
      // A browser that keeps nothing for files, or something else under our name: the page works without.
    }
  }

  get reviewer() {
    return this.#reviewer;
  }

  set reviewer(name) {
    this.#reviewer = name;
    this.#keep();
  }

  get size() {
    return this.#byItem.size;
  }

  /** In the order in which they were taken. */
  all() {
    return [...this.#byItem.values()];
  }

  get(item) {
    return this.#byItem.get(item);
  }

  /** An empty verdict with an empty comment takes the decision back. */
  set(item, label, {verdict, comment}) {
    const known = this.#byItem.get(item);
    const next = {
      item, label, verdict: verdict ?? known?.verdict ?? '', comment: comment ?? known?.comment ?? '',
      reviewer: this.#reviewer, at: new Date().toISOString(),
    };
    if (next.verdict === '' && next.comment === '') this.#byItem.delete(item);
    else this.#byItem.set(item, next);
    this.#keep();
    this.dispatchEvent(new CustomEvent('change', {detail: item}));
  }

  /** Adds decisions of a file; of two on one item the later counts. */
  add(list) {
    this.#merge(list);
    this.#keep();
    this.dispatchEvent(new CustomEvent('change', {detail: null}));
  }

  #merge(list) {
    for (const one of list) {
      const known = this.#byItem.get(one.item);
      if (known && known.at > one.at) continue;
      this.#byItem.set(one.item, {
        item: one.item, label: one.label ?? '', verdict: one.verdict ?? '', comment: one.comment ?? '',
        reviewer: one.reviewer ?? '', at: one.at ?? '', stale: one.stale === true,
      });
    }
  }

  #keep() {
    try {
      localStorage.setItem(KEY, JSON.stringify({reviewer: this.#reviewer, decisions: this.all()}));
    } catch {
      // See above.
    }
  }
}

export const decisions = new Decisions();
