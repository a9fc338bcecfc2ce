// What follows from the graph, as rows. `review/inferred_block.hpp` says what each column holds.
import {STATUS} from './graph.js';

export class Inferred {
  /** Premises are numbered on from the statements of the graph. */
  constructor(columns, statementCount) {
    this.c = columns;
    this.statementCount = statementCount;
  }

  row(i) {
    const c = this.c;
    const premises = c.premises.slice(c.first[i], c.first[i + 1]).map((n) => (
      n < this.statementCount ? {statement: n} : {inferred: n - this.statementCount}));
    return {
      subject: c.subject[i], object: c.object[i], relation: c.relations[c.relation[i]], rule: c.rules[c.rule[i]],
      status: STATUS[Number(c.status[i])], confidence: c.confidence[i], premises,
    };
  }

  /** Numbers of the edges of `relation` that `rule` gave. */
  of(relation, rule) {
    const wanted = [this.c.relations.indexOf(relation), this.c.rules.indexOf(rule)];
    const found = [];
    this.c.subject.forEach((_, i) => {
      if (this.c.relation[i] === wanted[0] && this.c.rule[i] === wanted[1]) found.push(i);
    });
    return found;
  }
}
