// Decisions as files: JSON, CSV, and Turtle for RDF tools. `samgak review --decisions` reads back all three.

const FIELDS = ['item', 'label', 'verdict', 'comment', 'reviewer', 'at'];
// What a spreadsheet might run, the full-width signs too; the apostrophe itself, so that taking it off is exact.
const RISKY = /^[=+\-@\t\r\n'＝＋－＠]/;

export function toJson(about, list) {
  const rows = list.map((one) => Object.fromEntries(FIELDS.map((f) => [f, one[f] ?? ''])));
  return `${JSON.stringify({graph: about.graph, ontology: about.ontology, decisions: rows}, null, 1)}\n`;
}

export function toCsv(list) {
  const cell = (text) => `"${(RISKY.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const rows = list.map((one) => FIELDS.map((f) => cell(one[f] ?? '')).join(','));
  // The mark at the beginning tells spreadsheets that this is UTF-8.
  return `\uFEFF${[FIELDS.join(','), ...rows].join('\r\n')}\r\n`;
}

export function toTurtle(about, list) {
  const text = (value) => JSON.stringify(value).replace(/\u007f/g, '\\u007F');
  const blocks = list.map((one, i) => {
    const lines = [
      `<#decision-${i + 1}> a oa:Annotation , prov:Entity`,
      '  oa:motivatedBy oa:assessing',
      `  dcterms:identifier ${text(one.item)}`,
      `  rdfs:label ${text(one.label ?? '')}`,
    ];
    if (one.verdict) lines.push(`  oa:bodyValue ${text(one.verdict)}`);
    if (one.comment) lines.push(`  rdfs:comment ${text(one.comment)}`);
    if (one.reviewer) lines.push(`  dcterms:creator ${text(one.reviewer)}`);
    // A file of somebody else's may have other words for the time; they are kept, but are no time.
    const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(one.at ?? '');
    if (one.at) lines.push(`  prov:generatedAtTime ${text(one.at)}${time ? '^^xsd:dateTime' : ''}`);
    return `${lines.join(' ;\n')} .`;
  });
  return `@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<> dcterms:source ${text(about.graph)} ; dcterms:hasVersion ${text(about.ontology)} .

${blocks.join('\n\n')}
`;
}

/** Reads what `toJson` writes; throws an Error that says what is wrong. */
export function fromJson(text) {
  const file = JSON.parse(text);
  if (!Array.isArray(file?.decisions)) throw new Error('decisions?');
  for (const one of file.decisions) {
    const fine = typeof one?.item === 'string' && one.item !== '' && ['accept', 'reject', ''].includes(one.verdict ?? '') &&
      FIELDS.every((f) => typeof (one[f] ?? '') === 'string');
    if (!fine) throw new Error(JSON.stringify(one).slice(0, 80));
  }
  return file.decisions;
}

/** Hands `text` to the browser as a file to keep. */
export function save(name, mediaType, text) {
  const address = URL.createObjectURL(new Blob([text], {type: mediaType}));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
