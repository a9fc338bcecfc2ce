"""Writes what the vocabularies of others say about their own terms, as far as it matters to our alignments.

Usage: foreign_axioms.py FOLDER OUT.ttl, with FOLDER holding prov.nq, org.nq … of the npm package
@zazuko/rdf-vocabularies. Taken are declarations and the axioms between named terms (hierarchy, disjointness, domain,
range, inverse) of the terms that our alignments reach. Those files are theirs, so they are fetched and not kept here.
Prints one line that says whether every foreign term of the alignments exists in its vocabulary.
"""

import pathlib
import sys

from rdflib import OWL, RDF, RDFS, Dataset, Graph, URIRef

from common import SAMGAK, load, report

FILES = ("dcterms", "foaf", "oa", "org", "prov", "schema", "sem", "skos")
UNPUBLISHED_HERE = "http://www.wikidata.org/entity/"
BETWEEN_CLASSES = (RDFS.subClassOf, OWL.disjointWith, OWL.equivalentClass)
BETWEEN_PROPERTIES = (RDFS.subPropertyOf, OWL.inverseOf)
OF_PROPERTIES = (RDFS.domain, RDFS.range)
DECLARED = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)


def published(folder):
    graph = Graph()
    for name in FILES:
        dataset = Dataset()
        dataset.parse(folder / f"{name}.nq", format="nquads")
        for subject, predicate, value, _ in dataset.quads():
            if name == "schema":  # that file still has the http name
                subject, predicate, value = (
                    URIRef(str(t).replace("http://schema.org/", "https://schema.org/")) if isinstance(t, URIRef) else t
                    for t in (subject, predicate, value))
            graph.add((subject, predicate, value))
    return graph


def reached(source, seeds):
    """The seeds and all that they lead to, by any of the axioms that are taken."""
    seen, todo = set(), list(seeds)
    while todo:
        term = todo.pop()
        if term in seen:
            continue
        seen.add(term)
        for predicate in BETWEEN_CLASSES + BETWEEN_PROPERTIES + OF_PROPERTIES:
            todo += [o for o in source.objects(term, predicate) if isinstance(o, URIRef)]
        todo += [s for s in source.subjects(OWL.disjointWith, term) if isinstance(s, URIRef)]
    return seen


def main():
    folder, out = map(pathlib.Path, sys.argv[1:3])
    source = published(folder)
    mine = load("samgak.ttl", "alignments.ttl")
    foreign = {s for kind in DECLARED for s in load("alignments.ttl").subjects(RDF.type, kind)
               if not str(s).startswith((str(SAMGAK), UNPUBLISHED_HERE))}
    report("alignments/foreign_terms_exist", sorted(t for t in foreign if (t, RDF.type, None) not in source))

    terms = reached(source, foreign)
    kinds = {kind: {t for t in terms if (t, RDF.type, kind) in mine or (t, RDF.type, kind) in source}
             for kind in DECLARED}
    classes = kinds[OWL.Class] | {t for t in terms if (t, RDF.type, RDFS.Class) in source}
    annotations = {t for t in terms if (t, RDF.type, OWL.AnnotationProperty) in mine}
    objects = kinds[OWL.ObjectProperty] - annotations
    graph = Graph()
    for kind, members in ((OWL.Class, classes), (OWL.ObjectProperty, objects)):
        for term in members:
            graph.add((term, RDF.type, kind))
    for subject, predicate, value in source:
        if predicate in BETWEEN_CLASSES and subject in classes and value in classes:
            graph.add((subject, predicate, value))
        elif predicate in BETWEEN_PROPERTIES and subject in objects and value in objects:
            graph.add((subject, predicate, value))
        elif predicate in OF_PROPERTIES and subject in objects and value in classes:
            graph.add((subject, predicate, value))
    graph.serialize(out, format="turtle")
    print(f"# {len(graph)} axioms of others", file=sys.stderr)


main()
