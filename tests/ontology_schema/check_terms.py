"""The vocabulary itself: header, names in three languages, signatures, and that the files beside it agree with it."""

import csv
import json
import re
import unicodedata
from collections import Counter

from rdflib import Graph, Literal, RDF, RDFS, OWL, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS, SKOS

from common import HERE, LANGUAGES, ONTOLOGY, SAMGAK, SCHEMA, SH, SHAPE, load, local, report

VANN = "http://purl.org/vocab/vann/"
TERM_STATUS = URIRef("http://www.w3.org/2003/06/sw-vocab-status/ns#term_status")
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
OTHERS_EQUIVALENCE = (OWL.equivalentClass, OWL.equivalentProperty, OWL.sameAs)

core = load("samgak.ttl")
alignments = load("alignments.ttl")
shapes = load("shapes.ttl")
sparql_shapes = load("shapes-sparql.ttl")


def ours(graph, kind):
    return sorted(term for term in graph.subjects(RDF.type, kind) if str(term).startswith(str(SAMGAK)))


terms = sorted({term for kind in KINDS for term in ours(core, kind)})
properties = ours(core, OWL.ObjectProperty)
relations = [p for p in properties if (p, SAMGAK.allowedSubject, None) in core]


def ancestors(graph, term, predicate):
    return set(graph.transitive_objects(term, predicate))


def header():
    wanted = {
        "versionIRI": OWL.versionIRI, "versionInfo": OWL.versionInfo, "title": DCTERMS.title,
        "description": DCTERMS.description, "creator": DCTERMS.creator, "contributor": DCTERMS.contributor,
        "publisher": DCTERMS.publisher, "created": DCTERMS.created, "issued": DCTERMS.issued,
        "modified": DCTERMS.modified, "licence": DCTERMS.license, "source": DCTERMS.source,
        "citation": DCTERMS.bibliographicCitation, "prefix": URIRef(VANN + "preferredNamespacePrefix"),
        "namespace": URIRef(VANN + "preferredNamespaceUri"),
        "status": URIRef("http://purl.org/ontology/bibo/status"),
        "logo": URIRef("http://xmlns.com/foaf/0.1/logo"),
    }
    for name, predicate in wanted.items():
        if (ONTOLOGY, predicate, None) not in core:
            yield f"no {name}"
    for predicate in (DCTERMS.title, DCTERMS.description):
        found = {o.language for o in core.objects(ONTOLOGY, predicate)}
        if found != set(LANGUAGES):
            yield f"{local(predicate)} in {sorted(found)}"
    if core.value(ONTOLOGY, wanted["namespace"]) != Literal(str(SAMGAK)):
        yield "the namespace is not a literal of ours"
    version = str(core.value(ONTOLOGY, OWL.versionInfo))
    if str(core.value(ONTOLOGY, OWL.versionIRI)) != f"{ONTOLOGY}/{version}":
        yield "versionIRI and versionInfo disagree"
    if f"## {version} " not in (SCHEMA / "CHANGELOG.md").read_text(encoding="utf-8"):
        yield f"the changelog does not tell of {version}"


def foops_offline():
    """What FOOPS! asks of an ontology and a file can answer: the rest of its tests fetch the address."""
    has = lambda *predicates: all((ONTOLOGY, p, None) in core for p in predicates)
    vann = [URIRef(VANN + name) for name in ("preferredNamespacePrefix", "preferredNamespaceUri")]
    bibo, logo = URIRef("http://purl.org/ontology/bibo/status"), URIRef("http://xmlns.com/foaf/0.1/logo")
    foreign = {str(p) for p in core.predicates(ONTOLOGY, None)}
    reused = {o for o in alignments.objects(None, None) if isinstance(o, URIRef) and not str(o).startswith(str(SAMGAK))}
    wanted = {
        "VER1": has(OWL.versionIRI),
        "OM1": has(DCTERMS.title, DCTERMS.description, DCTERMS.license, OWL.versionIRI, DCTERMS.creator, vann[1]),
        "OM2": has(vann[0], OWL.versionInfo, DCTERMS.created, DCTERMS.bibliographicCitation),
        "OM3 but the DOI": has(DCTERMS.publisher, logo, bibo, DCTERMS.source, DCTERMS.issued, OWL.priorVersion,
                               OWL.backwardCompatibleWith),
        "OM4.1": str(core.value(ONTOLOGY, DCTERMS.license)).startswith("https://creativecommons.org/licenses/"),
        "OM5.1": has(DCTERMS.creator, DCTERMS.created),
        "OM5.2": has(DCTERMS.contributor, DCTERMS.publisher, DCTERMS.modified, DCTERMS.issued),
        "FIND1": str(core.value(ONTOLOGY, vann[1])) == str(SAMGAK) and str(ONTOLOGY).startswith("https://w3id.org/"),
        "FIND3": dict(core.namespaces()).get(str(core.value(ONTOLOGY, vann[0]))) == URIRef(str(SAMGAK)),
        "VOC1": all(not p.startswith(str(SAMGAK)) for p in foreign),
        "VOC2": len(reused) > 20,
        "VOC3": all((t, RDFS.label, None) in core for t in terms),
        "VOC4": all((t, SKOS.definition, None) in core for t in terms),
    }
    yield from (test for test, holds in wanted.items() if not holds)


def labels():
    for term in terms:
        found = Counter(o.language for o in core.objects(term, RDFS.label))
        if found != Counter(LANGUAGES):
            yield f"{local(term)}: labels {dict(found)}"


def labels_differ():
    """Two terms with one label in one language would be one row twice on the reviewer's page."""
    found = Counter((str(o).casefold(), o.language) for t in terms for o in core.objects(t, RDFS.label))
    for (label, language), count in found.items():
        if count > 1:
            yield f"{count} terms are labelled {label}@{language}"


def definitions():
    for term in terms:
        found = Counter(o.language for o in core.objects(term, SKOS.definition))
        if found != Counter(("ko", "en")):
            yield f"{local(term)}: definitions {dict(found)}"


def every_term_is_complete():
    for term in terms:
        for predicate in (SKOS.example, RDFS.isDefinedBy, TERM_STATUS):
            if (term, predicate, None) not in core:
                yield f"{local(term)}: no {local(predicate)}"


def text_is_nfc():
    for path in sorted(SCHEMA.iterdir()) + sorted((HERE / "fixtures").iterdir()):
        text = path.read_text(encoding="utf-8")
        if text != unicodedata.normalize("NFC", text):
            yield path.name


def signatures():
    """One domain and range each (two would mean both at once), wide enough for every allowed type and no wider."""
    abstract = {c for c in core.subjects(SAMGAK.abstract, None)}
    for term in properties:
        for predicate in (RDFS.domain, RDFS.range):
            if len(list(core.objects(term, predicate))) != 1:
                yield f"{local(term)}: not one {local(predicate)}"
    for term in relations:
        for predicate, allowed in ((RDFS.domain, SAMGAK.allowedSubject), (RDFS.range, SAMGAK.allowedObject)):
            classes = set(core.objects(term, allowed))
            if not classes:
                yield f"{local(term)}: no {local(allowed)}"
                continue
            if classes & abstract:
                yield f"{local(term)}: {local(allowed)} is abstract"
            shared = set.intersection(*(ancestors(core, c, RDFS.subClassOf) for c in classes))
            nearest = [c for c in shared if all(c not in ancestors(core, d, RDFS.subClassOf) - {d} for d in shared)]
            if [core.value(term, predicate)] != nearest:
                yield f"{local(term)}: {local(predicate)} is not the nearest common superclass of its {local(allowed)}"


def inverses():
    for term in properties:
        for other in core.objects(term, OWL.inverseOf):
            if core.value(term, RDFS.domain) != core.value(other, RDFS.range):
                yield f"{local(term)} and {local(other)}: domain and range are not swapped"
    for term in relations:
        symmetric = (term, RDF.type, OWL.SymmetricProperty) in core
        if symmetric == any(True for _ in core.objects(term, OWL.inverseOf)):
            yield f"{local(term)}: has an inverse and is symmetric, or neither"


def no_cycles():
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf):
        for term in terms:
            for parent in core.objects(term, predicate):
                if term in ancestors(core, parent, predicate):
                    yield local(term)


def no_equivalence():
    for graph in (core, alignments):
        for predicate in OTHERS_EQUIVALENCE:
            for subject, other in graph.subject_objects(predicate):
                yield f"{subject} {local(predicate)} {other}"


def foreign_terms_are_declared():
    both = core + alignments
    for subject in set(alignments.subjects()):
        if not str(subject).startswith(str(SAMGAK)):
            continue
        for predicate, other in alignments.predicate_objects(subject):
            for used in (predicate, other):
                name = str(used)
                built_in = name.startswith((str(RDF), str(RDFS), str(OWL)))
                if not built_in and (used, RDF.type, None) not in both:
                    yield used


def mapping_rows():
    lines = (SCHEMA / "alignments.tsv").read_text(encoding="utf-8").splitlines()
    prefixes = {}
    for line in lines:
        if line.startswith("#  "):
            prefix, iri = line[3:].split(": ", 1)
            prefixes[prefix] = iri
    rows = list(csv.DictReader((l for l in lines if not l.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))

    def expand(curie):
        prefix, name = curie.split(":", 1)
        return URIRef(prefixes[prefix] + name)

    return [(expand(r["subject_id"]), expand(r["predicate_id"]), expand(r["object_id"]), r) for r in rows]


def mapping_table_agrees():
    table = {(s, p, o) for s, p, o, _ in mapping_rows()}
    file = {(s, p, o) for s, p, o in alignments if str(s).startswith(str(SAMGAK))}
    for triple in sorted(table ^ file):
        yield " ".join(local(t) for t in triple)
    for _, _, other, row in mapping_rows():
        if not row["comment"] or not row["object_label"]:
            yield f"{row['object_id']}: no label or no reason"
        declared = alignments.value(other, RDFS.label)
        if declared is not None and str(declared) != row["object_label"]:
            yield f"{row['object_id']}: two labels"


def mapping_types():
    """What kind of thing a row points to: as it is declared or, in Wikidata, as its letter says; classes to classes only."""
    kinds = {OWL.Class: "owl class", OWL.ObjectProperty: "owl object property", OWL.DatatypeProperty: "owl data property"}
    for subject, _, other, row in mapping_rows():
        of_class = (subject, RDF.type, OWL.Class) in core
        if row["object_id"].startswith("wd:"):
            expected = {"rdfs class" if local(other).rsplit("/", 1)[-1].startswith("Q") else "rdf property"}
        else:
            expected = {kinds[kind] for kind in (core + alignments).objects(other, RDF.type) if kind in kinds}
        if {row["object_type"]} != expected or row["object_type"].endswith("class") != of_class:
            yield f"{row['subject_id']} {row['object_id']}: {row['object_type']}"


def shapes_agree_with_schema():
    """The allowed types stand in samgak.ttl for Samgak and in shapes.ttl for SHACL engines: they must be the same."""
    def classes(shape):
        alternatives = shapes.value(shape, SH["or"])
        if alternatives is None:
            return set(shapes.objects(shape, SH["class"]))
        return {shapes.value(member, SH["class"]) for member in Collection(shapes, alternatives)}

    for term in relations:
        if classes(SHAPE[local(term)]) != set(core.objects(term, SAMGAK.allowedSubject)):
            yield f"{local(term)}: subjects"
        if classes(SHAPE[local(term) + "-object"]) != set(core.objects(term, SAMGAK.allowedObject)):
            yield f"{local(term)}: objects"
    listed = set(Collection(shapes, shapes.value(SHAPE["statement-predicate"], SH["in"])))
    if listed != set(relations):
        yield "shape:statement-predicate lists other relations"
    query = str(sparql_shapes.value(SHAPE["fact-without-statement-query"], SH.select))
    for term in relations:
        if not re.search(rf"samgak:{local(term)}\b", query):
            yield f"shape:fact-without-statement does not list {local(term)}"


def classes_have_shapes():
    for term in ours(core, OWL.Class):
        abstract_without_rules = local(term) in ("Actor", "Mention", "Statement")
        if not abstract_without_rules and not any(shapes.subjects(SH.targetClass, term)):
            yield local(term)


def shapes_are_named():
    """A report links to its shapes, so each has an IRI, names, and (where it can fail) a message and a severity."""
    for graph in (shapes, sparql_shapes):
        for kind in (SH.NodeShape, SH.PropertyShape):
            for shape in graph.subjects(RDF.type, kind):
                if not isinstance(shape, URIRef):
                    yield "a shape without IRI"
                if {o.language for o in graph.objects(shape, SH.name)} != set(LANGUAGES):
                    yield f"{local(shape)}: names"
                messages = {o.language for o in graph.objects(shape, SH.message)}
                groups_only = kind == SH.NodeShape and not messages
                if not groups_only and (messages != {"ko", "en"} or (shape, SH.severity, None) not in graph):
                    yield f"{local(shape)}: message or severity"
    if any(shapes.triples((None, SH.sparql, None))):
        yield "SPARQL in the core file"


def context_covers_terms():
    context = json.loads((SCHEMA / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    for term in terms:
        entry = context.get(local(term))
        value = entry.get("@id") if isinstance(entry, dict) else entry
        if value != f"samgak:{local(term)}":
            yield local(term)
    for name, entry in context.items():
        value = entry["@id"] if isinstance(entry, dict) else entry
        if value.startswith("samgak:") and SAMGAK[value[7:]] not in terms:
            yield f"{name} is no term"


def context_reads_as_turtle():
    """The same small graph written with the context and in Turtle must give the same triples."""
    context = json.loads((SCHEMA / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    base = "https://w3id.org/samgak/id/"
    document = {
        "@context": context,
        "@graph": [
            {"@type": "Country", "@id": base + "canada", "label": {"ko": "캐나다", "en": "Canada"},
             "altLabel": {"ko": ["가나다"]}, "attended": [base + "dialogue"], "wikidata": "Q16"},
            {"@type": "rdf:Statement", "@id": base + "s1", "subject": base + "canada", "predicate": "attended",
             "object": base + "dialogue", "status": "held", "confidence": "0.93", "evidence": [base + "e1"]},
            {"@type": "Evidence", "@id": base + "e1", "quote": "캐나다가 참석했다", "rule": "meeting.attended",
             "begin": "3", "wasDerivedFrom": [base + "document/a.txt#char=3,12"]},
        ],
    }
    turtle = """
        @prefix : <https://w3id.org/samgak/ns#> . @prefix id: <https://w3id.org/samgak/id/> .
        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix prov: <http://www.w3.org/ns/prov#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        id:canada a :Country ; rdfs:label "캐나다"@ko , "Canada"@en ; skos:altLabel "가나다"@ko ; :wikidata "Q16" ;
          :attended id:dialogue .
        id:s1 a rdf:Statement ; rdf:subject id:canada ; rdf:predicate :attended ; rdf:object id:dialogue ;
          :status "held" ; :confidence 0.93 ; :evidence id:e1 .
        id:e1 a :Evidence ; :quote "캐나다가 참석했다" ; :rule "meeting.attended" ; :begin "3"^^xsd:nonNegativeInteger ;
          prov:wasDerivedFrom <https://w3id.org/samgak/id/document/a.txt#char=3,12> ."""
    left = set(Graph().parse(data=json.dumps(document), format="json-ld"))
    right = set(Graph().parse(data=turtle, format="turtle"))
    for triple in sorted(left ^ right):
        yield triple


for check in (header, foops_offline, labels, labels_differ, definitions, every_term_is_complete, text_is_nfc, signatures, inverses,
              no_cycles, no_equivalence, foreign_terms_are_declared, mapping_table_agrees, mapping_types,
              shapes_agree_with_schema, classes_have_shapes, shapes_are_named, context_covers_terms, context_reads_as_turtle):
    report("terms/" + check.__name__, check())
