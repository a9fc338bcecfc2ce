"""The taxonomy that `samgak ontology technologies` writes keeps the integrity conditions of SKOS and lacks no language.

Usage: check_technologies.py SAMGAK.
"""

import subprocess
import sys
from collections import Counter

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import SKOS

from common import LANGUAGES, local, report

SCHEME = URIRef("https://w3id.org/samgak/technologies")


def named(graph, concept, property_, language):
    return [o for o in graph.objects(concept, property_) if o.language == language]


def languages(graph, concepts):
    for concept in concepts:
        for language in LANGUAGES:
            count = len(named(graph, concept, SKOS.prefLabel, language))
            if count != 1:
                yield f"{local(concept)}: {count} names in {language}"


def definitions(graph, concepts):
    seen = Counter(graph.objects(None, SKOS.definition))
    for concept in concepts:
        for language in ("ko", "en"):
            found = named(graph, concept, SKOS.definition, language)
            if len(found) != 1 or seen[found[0]] > 1:
                yield f"{local(concept)}: {len(found)} definitions of its own in {language}"


def shared_names(graph):
    names = Counter(graph.objects(None, SKOS.prefLabel))
    return [f"{name} ({name.language}) names {count}" for name, count in names.items() if count > 1]


def names_of_two_kinds(graph, concepts):
    """S13: a name is preferred or other, not both. Other names without a language are held to the preferred ones too."""
    for concept in concepts:
        preferred = set(graph.objects(concept, SKOS.prefLabel))
        preferred |= {Literal(str(name)) for name in preferred}
        for name in set(graph.objects(concept, SKOS.altLabel)) & preferred:
            yield f"{local(concept)}: {name}"


def unreached(graph, concepts):
    """Each concept is a top concept or below one, in no ring."""
    for concept in concepts:
        above = set(graph.transitive_objects(concept, SKOS.broader)) - {concept}
        top = any((one, SKOS.topConceptOf, SCHEME) in graph for one in above | {concept})
        ring = any(concept in graph.transitive_objects(one, SKOS.broader) for one in above)
        if not top or ring or above - concepts:
            yield local(concept)


def main():
    text = subprocess.run([sys.argv[1], "ontology", "technologies"], capture_output=True, text=True, check=True).stdout
    graph = Graph().parse(data=text, format="turtle")
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    report(f"technologies/{len(concepts)}_in_three_languages", languages(graph, concepts) if concepts else ["none"])
    report("technologies/definitions", definitions(graph, concepts))
    report("technologies/no_name_twice", shared_names(graph))
    report("technologies/preferred_or_other", names_of_two_kinds(graph, concepts))
    report("technologies/below_a_top_concept", unreached(graph, concepts))
    matches = Counter(graph.objects(None, SKOS.exactMatch))
    report("technologies/one_item_of_wikidata_each", [local(m) for m, count in matches.items() if count > 1])


main()
