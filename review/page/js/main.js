// Puts the page together: the ten parts in order, each drawn when it comes near or when there is time.
import {Examples} from './examples.js';
import {List} from './list.js';
import {Menu} from './menu.js';
import {ChangesPart} from './parts/changes_part.js';
import {ClassesPart} from './parts/classes_part.js';
import {ContradictionsPart} from './parts/contradictions_part.js';
import {DecisionsPart} from './parts/decisions_part.js';
import {DuplicatesPart} from './parts/duplicates_part.js';
import {FindingsPart} from './parts/findings_part.js';
import {HeaderPart} from './parts/header_part.js';
import {RelationsPart} from './parts/relations_part.js';
import {TaxonomyPart} from './parts/taxonomy_part.js';
import {UnmappedPart} from './parts/unmapped_part.js';
import {Verdict, listenForVerdictKeys} from './verdict.js';
import {currentLanguage, setLanguage, t} from './words.js';
import {summary} from './data.js';
import {soon} from './dom.js';

const PARTS = {
  overview: HeaderPart, findings: FindingsPart, classes: ClassesPart, relations: RelationsPart, taxonomy: TaxonomyPart,
  unmapped: UnmappedPart, duplicates: DuplicatesPart, contradictions: ContradictionsPart, changes: ChangesPart,
  decisions: DecisionsPart,
};

function showPage() {
  document.title = `${t('title')} · ${summary.about.graph}`;
  const main = document.getElementById('main');
  const parts = Object.keys(PARTS).map((name) => document.createElement(`samgak-part-${name}`));
  main.replaceChildren(...parts);
  const menu = document.querySelector('samgak-menu');
  menu.show(parts, () => {
    setLanguage(currentLanguage() === 'ko' ? 'en' : 'ko');
    showPage();
    menu.querySelector('.language').focus();
  });
  parts[0].draw();
  const near = new IntersectionObserver((seen) => {
    for (const {target, isIntersecting} of seen) if (isIntersecting) target.draw();
  }, {rootMargin: '600px'});
  const read = new IntersectionObserver((seen) => {
    for (const {target, isIntersecting} of seen) if (isIntersecting) menu.mark(target.id);
  }, {rootMargin: '-20% 0px -70% 0px'});
  parts.forEach((part) => {
    near.observe(part);
    read.observe(part);
  });
  // The rest follows while the reader reads, so that the browser's own search and print find it.
  const drawNext = (i) => soon(() => {
    parts[i]?.draw();
    if (i + 1 < parts.length) drawNext(i + 1);
    else document.documentElement.dataset.ready = 'all';
  });
  performance.mark('samgak-first');
  document.documentElement.dataset.ready = 'first';
  drawNext(1);
}

customElements.define('samgak-menu', Menu);
customElements.define('samgak-examples', Examples);
customElements.define('samgak-list', List);
customElements.define('samgak-verdict', Verdict);
for (const [name, part] of Object.entries(PARTS)) customElements.define(`samgak-part-${name}`, part);
setLanguage(navigator.language.startsWith('ko') ? 'ko' : 'en');
listenForVerdictKeys();
showPage();
