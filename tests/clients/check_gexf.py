#!/usr/bin/env python3
"""check_gexf.py FOLDER: xmllint and NetworkX read graph.gexf."""
import pathlib
import subprocess
import sys

import networkx

from model import difference, finish, graphs, xml_text

SCHEMA = pathlib.Path(__file__).parent / "samgak-gexf.rng"


def refusal(file):
    run = subprocess.run(["xmllint", "--noout", "--nonet", "--huge", "--relaxng", SCHEMA, file], capture_output=True, text=True)
    return run.returncode and run.stderr[-400:]


def check_schema(graph):
    graph.check("xmllint: valid by samgak-gexf.rng", refusal(graph.file("graph.gexf")))
    if graph.name != "hostile":
        return
    # A schema that takes everything would prove nothing.
    text = graph.file("graph.gexf").read_text("utf-8")
    broken = graph.file("broken.gexf")
    for right, wrong in ((' source="n', ' from="n'), ('<viz:color r="', '<viz:color r="9'), ('end="20', 'end="0'),
                         ('type="liststring"', 'type="list"'), ("<viz:size ", "<size ")):
        broken.write_text(text.replace(right, wrong, 1), "utf-8")
        graph.check(f"xmllint: {wrong.strip()} instead of {right.strip()} is refused", right not in text or not refusal(broken))
    broken.unlink()


def check_networkx(graph):
    read = networkx.read_gexf(graph.file("graph.gexf"), version="1.3")
    names = [f"n{i}" for i in range(len(graph.nodes))]
    graph.check("NetworkX, GEXF: labels of nodes",
                difference({k: d["label"].strip(" \t\n\r") for k, d in read.nodes(data=True)}, {k: xml_text(n.display) for k, n in zip(names, graph.nodes)}))
    found = {key: (s, t, d["predicate"], d["label"], d["confidence"]) for s, t, key, d in read.edges(keys=True, data=True)}
    graph.check("NetworkX, GEXF: ends, predicate, label and confidence of edges",
                difference(found, {e.id: (names[graph.number[e.source]], names[graph.number[e.target]],
                                          *[xml_text(e.relation)] * 2, e.properties["confidence"]) for e in graph.edges}))
    kinds = [(e.source, e.target, e.relation) for e in graph.edges]
    graph.check("source, target and kind are unique", len(set(kinds)) - len(kinds))


def main():
    for graph in graphs(sys.argv[1]):
        check_schema(graph)
        check_networkx(graph)
    finish()


main()
