// The page's own words in its two languages, and which of the two is shown.

const WORDS = {
  title: ['삼각 검토', 'Samgak review'],
  language: ['English', '한국어'],
  theme: ['밝기', 'Theme'],
  themeAuto: ['자동', 'auto'],
  themeLight: ['밝게', 'light'],
  themeDark: ['어둡게', 'dark'],
  contents: ['차례', 'Contents'],
  partHeader: ['개요', 'Overview'],
  partFindings: ['검사 결과', 'Findings'],
  partClasses: ['클래스', 'Classes'],
  partRelations: ['관계', 'Relations'],
  partTaxonomy: ['기술 분류', 'Technology taxonomy'],
  partUnmapped: ['목록에 없는 이름', 'Unmapped names'],
  partDuplicates: ['같은 것으로 보이는 이름', 'Near-duplicates'],
  partContradictions: ['모순', 'Contradictions'],
  partChanges: ['달라진 점', 'Differences'],
  partDecisions: ['판단', 'Decisions'],
  ontologyVersion: ['온톨로지', 'Ontology'],
  program: ['프로그램', 'Program'],
  graph: ['그래프', 'Graph'],
  nodes: ['마디', 'Nodes'],
  nodesBelow: ['하위 포함', 'With subclasses'],
  withNarrower: ['하위 포함', 'in all'],
  statements: ['진술', 'Statements'],
  evidence: ['근거', 'Evidence'],
  documents: ['문서', 'Documents'],
  mentions: ['언급', 'Mentions'],
  entries: ['이름 목록', 'Known names'],
  gate: ['관문', 'Gate'],
  gatePassed: ['통과', 'Passed'],
  gateFailed: ['걸림', 'Failed'],
  gateUnknown: ['검사하지 않음', 'Not checked'],
  gatePassedWhy: ['위반이 없습니다.', 'No violations.'],
  gateFailedWhy: ['위반 {0}건을 먼저 풀어야 합니다.', '{0} violations must be settled first.'],
  gateUnknownWhy: ['도형(SHACL)으로 검사하지 않은 그래프입니다.', 'The graph was not held against the shapes.'],
  violation: ['위반', 'Violation'],
  warning: ['주의', 'Warning'],
  info: ['참고', 'Note'],
  noFindings: ['도형이 지적한 것이 없습니다.', 'The shapes have nothing to say.'],
  diagram: ['클래스 그림', 'Diagram of the classes'],
  diagramHelp: [
    '상자의 수는 마디, 선의 굵기는 진술의 수입니다. 상자나 선을 고르면 예가 열립니다.',
    'Boxes count nodes, lines are as thick as their statements are many. Choose one for examples.'],
  findingsHelp: ['심각한 것부터. 도형별로 좁혀 볼 수 있습니다.', 'Gravest first; narrow them down by shape.'],
  classesHelp: [
    '온톨로지의 모든 클래스와 글에서 쓰인 수. 쓰이지 않은 것도 보입니다.',
    'Every class of the ontology and how often the texts use it, also never.'],
  relationsHelp: [
    '관계마다 실제로 쓰인 주체와 객체의 유형. 붉은 줄은 온톨로지가 허락하지 않은 조합입니다.',
    'For each relation the types that really stand at its ends. Red rows are not allowed by the ontology.'],
  partInferred: ['추론된 진술', 'What follows'],
  inferredHelp: [
    '글이 말하지 않았으나 온톨로지의 공리에서 따라 나오는 진술. 위의 수에는 들지 않습니다. 수를 고르면 규칙과 전제, 그 인용이 열립니다.',
    'What no text says, but the axioms of the ontology give; not counted above. Choose a count for rules, premises and their quotes.'],
  inferredNone: [
    '이 쪽에는 추론된 진술이 없습니다. --infer를 주면 여기에 보입니다.',
    'Nothing was inferred for this page. Give --infer to see it here.'],
  inferred: ['추론됨', 'inferred'],
  rule: ['규칙', 'Rule'],
  follows: ['규칙 「{0}」에 따라, 다음에서', 'By the rule “{0}”, from'],
  'prp-spo1': ['하위 관계', 'sub-relation'],
  'prp-spo2': ['관계의 사슬', 'chain of relations'],
  'prp-inv': ['역관계', 'inverse relation'],
  'prp-symp': ['대칭 관계', 'symmetric relation'],
  'prp-trp': ['이행 관계', 'transitive relation'],
  'dated-chain': ['자리에 있던 때의 사슬', 'chain while the post was held'],
  taxonomyHelp: [
    '개념과 그 아래 개념까지 더한 진술의 수, 비어 있는 언어.',
    'Concepts with their statements, those of narrower concepts added, and the languages that are missing.'],
  unmappedHelp: [
    '이름 목록에 없는 것. 언급 수 × 문서 수가 큰 것부터, 짐작되는 클래스와 함께. 그래프에도 없는 기관 이름은 「마디가 아님」으로 표시합니다.',
    'Names that the ontology does not list, by mentions × documents, with the class that was guessed. Bodies that the graph has not either bear “no node”.'],
  noNode: ['마디가 아님', 'no node'],
  unmappedNone: ['글에 나온 이름이 모두 목록에 있습니다.', 'Every name of the texts is listed.'],
  duplicatesHelp: [
    '표기, 띄어쓰기, 한자, 로마자, 번역, 머리글자, 오타로 갈라져 보이는 마디들.',
    'Nodes that seem parted by spelling, spacing, Hanja, Latin letters, translation, initials or a slip.'],
  duplicatesNone: ['같은 것으로 보이는 마디가 없습니다.', 'No two nodes look like one.'],
  contradictionsHelp: [
    '함께 참일 수 없는 말들. 시간을 따집니다: 앞사람과 뒷사람은 모순이 아닙니다.',
    'What cannot all be so. Time counts: a successor does not contradict a predecessor.'],
  contradictionsNone: ['서로 어긋나는 말이 없습니다.', 'Nothing that is said contradicts anything else.'],
  changesHelp: ['{0}와(과) 견주었습니다.', 'Compared with {0}.'],
  changesNone: [
    '견줄 것이 없습니다. 이전 그래프나 온톨로지를 --against로 주면 여기에 보입니다.',
    'Nothing to compare with. Give an earlier graph or ontology with --against to see it here.'],
  changesSame: ['{0}와(과) 견주어 달라진 것이 없습니다.', 'Nothing differs from {0}.'],
  versionStep: ['판 번호에서 올릴 자리: {0}', 'Part of the version number to raise: {0}'],
  decisionsHelp: [
    '이 쪽에서 내린 판단은 이 브라우저에만 남습니다. 내려받아 samgak review --decisions로 다시 읽히십시오.',
    'What you decide stays in this browser only. Export it, and have it read back by samgak review --decisions.'],
  decisionsNone: [
    '아직 판단이 없습니다. 어느 줄에서나 수락, 거부, 의견을 고르십시오.',
    'No decisions yet. Choose accept, reject or comment on any row.'],
  reviewer: ['검토자', 'Reviewer'],
  exportAs: ['내보내기', 'Export'],
  importFile: ['파일에서 불러오기', 'Load from a file'],
  imported: ['판단 {0}건을 불러왔습니다.', '{0} decisions loaded.'],
  importFailed: ['판단 파일이 아닙니다: {0}', 'Not a file of decisions: {0}'],
  stale: ['이 그래프에 없음', 'not in this graph'],
  accept: ['수락', 'Accept'],
  reject: ['거부', 'Reject'],
  comment: ['의견', 'Comment'],
  commentOn: ['{0}에 대한 의견', 'Comment on {0}'],
  clear: ['지우기', 'Clear'],
  verdict: ['판단', 'Decision'],
  of: ['대상', 'Item'],
  when: ['때', 'When'],
  shape: ['도형', 'Shape'],
  severity: ['심각도', 'Severity'],
  focus: ['마디', 'Focus'],
  value: ['값', 'Value'],
  all: ['모두', 'All'],
  search: ['찾기', 'Search'],
  more: ['{0}개 더 보기', 'Show {0} more'],
  shown: ['{0}개 가운데 {1}개', '{1} of {0}'],
  none: ['없음', 'None'],
  unused: ['쓰이지 않음', 'unused'],
  unusedConcepts: ['글에 나오지 않은 개념 {0}개와 그 아래', '{0} concepts that no text names, and those below them'],
  unknownTerm: ['온톨로지에 없음', 'not in the ontology'],
  abstract: ['추상', 'abstract'],
  ofRecord: ['기록용', 'of the record'],
  languages: ['언어', 'Languages'],
  missing: ['{0} 이름 없음', 'no {0} name'],
  class: ['클래스', 'Class'],
  relation: ['관계', 'Relation'],
  signature: ['쓰인 조합', 'Signature in use'],
  allowedEnds: ['허락된 조합', 'Allowed'],
  notAllowed: ['허락되지 않음', 'not allowed'],
  symmetric: ['대칭', 'symmetric'],
  never: ['쓰이지 않은 허락된 조합 {0}개', 'allowed, but never used: {0}'],
  held: ['이루어짐', 'held'],
  planned: ['예정', 'planned'],
  proposed: ['제안', 'proposed'],
  status: ['상태', 'Status'],
  month: ['달', 'Month'],
  date: ['날짜', 'Date'],
  undated: ['날짜 없음', 'undated'],
  score: ['점수', 'Score'],
  name: ['이름', 'Name'],
  proposedClass: ['짐작한 클래스', 'Proposed class'],
  why: ['까닭', 'Why'],
  wikidata: ['위키데이터', 'Wikidata'],
  spacing: ['같은 표기', 'Same spelling'],
  hanja: ['한자', 'Hanja'],
  romanised: ['로마자', 'Latin letters'],
  translated: ['번역', 'Translation'],
  acronym: ['머리글자', 'Initials'],
  spelling: ['오타', 'Spelling'],
  attribute: ['값이 갈림', 'Values differ'],
  'statement-date': ['날짜가 갈림', 'Days differ'],
  place: ['두 도시', 'Two towns'],
  chair: ['두 의장', 'Two chairs'],
  'post-holder': ['한 자리 두 사람', 'Two in one office'],
  added: ['더함', 'added'],
  removed: ['뺌', 'removed'],
  changed: ['바뀜', 'changed'],
  header: ['머리말', 'header'],
  property: ['속성', 'property'],
  term: ['용어', 'term'],
  axiom: ['공리', 'axiom'],
  entry: ['이름 목록', 'known name'],
  node: ['마디', 'node'],
  statement: ['진술', 'statement'],
  change: ['변화', 'Change'],
  effect: ['닿는 데이터', 'Data touched'],
  lost: ['{0}건 어긋남', '{0} no longer fit'],
  used: ['쓰인 것만', 'In use only'],
  gaps: ['빈 언어만', 'Language gaps only'],
  examples: ['예', 'Examples'],
  close: ['닫기', 'Close'],
  back: ['뒤로', 'Back'],
  openAll: ['모두 펴기', 'Open all'],
  closeAll: ['모두 접기', 'Close all'],
  moreEvidence: ['근거 {0}건 더', '{0} more passages'],
  aliases: ['다른 이름', 'Other names'],
  listed: ['목록에 있음', 'listed'],
  unlisted: ['목록에 없음', 'not listed'],
  noQuote: ['인용할 대목을 찾지 못했습니다.', 'No passage was found to quote.'],
  at: ['{0}–{1}자', 'characters {0}–{1}'],
  progress: ['판단 {0}건', '{0} decisions'],
  keys: ['줄에서 a 수락, r 거부, c 의견', 'On a row: a accept, r reject, c comment'],
  examplesOf: ['{0}: 예 보기', '{0}: show examples'],
};

let language = 'ko';

export function currentLanguage() {
  return language;
}

export function setLanguage(code) {
  language = code === 'en' ? 'en' : 'ko';
  document.documentElement.lang = language;
}

/** The words of `key` in the language shown, `{0}` replaced by the values. */
export function t(key, ...values) {
  const pair = WORDS[key];
  const text = pair ? pair[language === 'ko' ? 0 : 1] : key;
  return text.replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)]));
}

/** `{ko, en, ja}` in the language shown, or whatever there is. */
export function label(texts, fallback) {
  return texts?.[language] || texts?.en || texts?.ko || fallback;
}

export function count(n) {
  return n.toLocaleString('en-US');
}
