// Part 1: what is reviewed, whether it may pass, and the classes at a glance.
import {diagram} from '../diagram.js';
import {countButton} from '../chips.js';
import {graph, summary} from '../data.js';
import {h} from '../dom.js';
import {examples} from '../examples.js';
import {Part} from '../part.js';
import {count, t} from '../words.js';

export class HeaderPart extends Part {
  card = Part.define({number: 1, anchor: 'overview', title: 'partHeader'});

  content() {
    const a = summary.about;
    const figure = (name, value, open) =>
      h('div', {class: 'figure'}, h('b', null, open ? countButton(value, t(name), open) : count(value)), h('span', null, t(name)));
    const nodes = () => examples().openNodes(t('nodes'), graph().allNodes());
    const statements = () => examples().openStatements(t('statements'), graph().allStatements());
    const documents = () => examples().openDocuments(a.graph, graph().documentsOf({
      nodes: graph().allNodes(), statements: graph().allStatements()}));
    return [
      h('div', {class: 'cover'},
        this.#gate(),
        h('dl', {class: 'versions'},
          h('dt', null, t('graph')), h('dd', null, a.graph),
          h('dt', null, t('ontologyVersion')), h('dd', null, a.ontology || '—', ' ', h('code', null, a.ontologyIri)),
          h('dt', null, t('program')), h('dd', null, `samgak ${a.program}`))),
      h('div', {class: 'figures'}, figure('nodes', a.nodes, nodes), figure('statements', a.statements, statements),
        figure('evidence', a.evidence, statements), figure('mentions', a.mentions, nodes),
        figure('documents', a.documents, documents), figure('entries', a.entries)),
      h('h3', null, t('diagram')), h('p', {class: 'help'}, t('diagramHelp')),
      h('div', {class: 'diagram-frame'}, diagram()),
    ];
  }

  #gate() {
    if (!summary.checked) return this.#card('Unknown', []);
    const sizes = ['violation', 'warning', 'info'].map((s) => [s, summary.severities[s]]);
    return this.#card(sizes[0][1] === 0 ? 'Passed' : 'Failed', sizes);
  }

  #card(state, sizes) {
    return h('a', {class: `gate gate-${state.toLowerCase()}`, href: '#findings'},
             h('span', {class: 'gate-name'}, t('gate')), h('b', null, t(`gate${state}`)),
             h('span', null, t(`gate${state}Why`, sizes[0]?.[1])),
             sizes.length ? h('span', {class: 'gate-sizes'}, sizes.map(([s, n]) => `${t(s)} ${count(n)}`).join(' · ')) : null);
  }
}
