"""analyst_pipeline.py CORPUS.jsonl GEXF-OR-GRAPHML ONTOLOGY: the job of Samgak as an analyst would write it in Python.

spaCy splits sentences and finds the names of Samgak's own gazetteers by its EntityRuler; a verb of a short list makes
an edge between the names of one sentence, with date and sentence; NetworkX writes GraphML. Particles are cut off by a
suffix rule, because the EntityRuler matches whole tokens. No resolution of 양국 or 안 장관, no status, no places.
"""
import csv
import itertools
import json
import pathlib
import re
import sys

import networkx
import spacy
from spacy.util import compile_suffix_regex

VERBS = {"참석": "attended", "주재": "chaired", "체결": "agreed", "채택": "adoptedAt", "논의": "discussed", "협력": "cooperatesOn",
         "운영": "operates", "개최": "heldIn", "보호": "protects"}
PARTICLES = ["은", "는", "이", "가", "을", "를", "와", "과", "의", "에", "에서", "에게", "로", "으로", "도", "만", "까지", "부터", "이라고", "라고"]
DATE = re.compile(r"(?:(\d{4})년 )?(\d{1,2})월 (\d{1,2})일")


def names(ontology):
    for file in sorted(pathlib.Path(ontology, "gazetteer").glob("*.tsv")):
        for row in csv.reader(file.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
            if len(row) < 6 or row[0].startswith("#"):
                continue
            for name in {row[2], *row[5].split("|")} - {"-"}:
                yield {"label": row[1], "pattern": name, "id": row[0]}


def pipeline(ontology):
    config = {"nlp": {"tokenizer": {"@tokenizers": "spacy.Tokenizer.v1"}}}
    nlp = spacy.blank("ko", config=config)
    suffixes = [*nlp.Defaults.suffixes, *(f"(?<=[가-힣A-Za-z0-9]){p}" for p in PARTICLES)]
    nlp.tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("entity_ruler").add_patterns(list(names(ontology)))
    return nlp


def main():
    corpus, target, ontology = sys.argv[1:4]
    nlp = pipeline(ontology)
    graph = networkx.MultiDiGraph()
    with open(corpus, encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    texts = ((article["text"], article["id"]) for article in articles)
    for doc, number in nlp.pipe(texts, as_tuples=True):
        for sentence in doc.ents and doc.sents:
            relations = [relation for verb, relation in VERBS.items() if verb in sentence.text]
            date = DATE.search(sentence.text)
            found = {entity.ent_id_: entity for entity in sentence.ents}
            for entity in found.values():
                graph.add_node(entity.ent_id_, label=entity.text, type=entity.label_)
            for (a, b), relation in itertools.product(itertools.combinations(found, 2), relations):
                graph.add_edge(a, b, relation=relation, document=number, evidence=sentence.text, date=date.group() if date else "")
    networkx.write_graphml(graph, target)
    print(f"{graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges")


if __name__ == "__main__":
    main()
