#!/usr/bin/env python3
"""The real readers of a graph's files must see what samgak wrote: check_formats.py FOLDER, with graph.jsonl,
graph.graphml, graph.jsonld, graph.nq and graph.ttl in it. Prints one line a check; exit status 1 when one fails."""
import json
import os
import pathlib
import subprocess
import sys

import igraph
import networkx
import pyoxigraph
import rdflib

folder = pathlib.Path(sys.argv[1])
lines = [json.loads(line) for line in (folder / "graph.jsonl").read_text("utf-8").splitlines()]
nodes = [item for item in lines if item["type"] == "node"]
edges = [item for item in lines if item["type"] == "relationship"]
names = sorted(node["properties"]["name"] for node in nodes)
labels = sorted(edge["label"] for edge in edges)
passed = failed = 0


def check(what, right):
    global passed, failed
    passed, failed = passed + bool(right), failed + (not right)
    print(("passed: " if right else "FAILED: ") + what)


graph = networkx.read_graphml(folder / "graph.graphml", force_multigraph=True)
check("NetworkX: names of nodes", sorted(d["label"] for _, d in graph.nodes(data=True)) == names)
check("NetworkX: relations of edges", sorted(d["label"] for *_, d in graph.edges(data=True)) == labels)
confidence = sorted(edge["properties"]["confidence"] for edge in edges)
check("NetworkX: confidence", sorted(d["confidence"] for *_, d in graph.edges(data=True)) == confidence)

graph = igraph.Graph.Read_GraphML(str(folder / "graph.graphml"))
check("igraph: names of nodes", sorted(graph.vs["label"]) == names)
check("igraph: relations of edges", sorted(graph.es["label"]) == labels)


def quads_of_oxigraph(path, form):
    store = pyoxigraph.parse(path.read_bytes(), form)
    return {(str(q.subject), str(q.predicate), str(q.object)) for q in store}


def quads_of_rdflib(path, form):
    graph = rdflib.Graph().parse(path, format=form)
    text = graph.serialize(format="nt", encoding="utf-8")
    return {(str(q.subject), str(q.predicate), str(q.object)) for q in pyoxigraph.parse(text, pyoxigraph.RdfFormat.N_TRIPLES)}


def quads_of_jsonld_js(path):
    script = ("const jsonld=require('jsonld');const fs=require('fs');"
              "const refuse=u=>{throw new Error('asked for '+u)};"
              "jsonld.toRDF(JSON.parse(fs.readFileSync(process.argv[1])),{format:'application/n-quads',documentLoader:refuse})"
              ".then(t=>process.stdout.write(t))")
    environment = dict(os.environ, NODE_PATH=os.environ["SAMGAK_NODE_PATH"])
    text = subprocess.run(["node", "-e", script, str(path)], env=environment, check=True, stdout=subprocess.PIPE).stdout
    return {(str(q.subject), str(q.predicate), str(q.object)) for q in pyoxigraph.parse(text, pyoxigraph.RdfFormat.N_QUADS)}


want = quads_of_oxigraph(folder / "graph.nq", pyoxigraph.RdfFormat.N_QUADS)
check("N-Quads: not empty, and sorted", len(want) > len(edges) and
      (lambda rows: rows == sorted(rows))((folder / "graph.nq").read_bytes().splitlines()))
check("oxigraph: Turtle has the quads of N-Quads",
      quads_of_oxigraph(folder / "graph.ttl", pyoxigraph.RdfFormat.TURTLE) == want)
check("rdflib: Turtle has the quads of N-Quads", quads_of_rdflib(folder / "graph.ttl", "turtle") == want)
if hasattr(pyoxigraph.RdfFormat, "JSON_LD"):
    check("oxigraph: JSON-LD has the quads of N-Quads",
          quads_of_oxigraph(folder / "graph.jsonld", pyoxigraph.RdfFormat.JSON_LD) == want)
else:
    print("skipped: this oxigraph reads no JSON-LD")
check("rdflib: JSON-LD has the quads of N-Quads", quads_of_rdflib(folder / "graph.jsonld", "json-ld") == want)
check("jsonld.js: JSON-LD has the quads of N-Quads, and asks for no document", quads_of_jsonld_js(folder / "graph.jsonld") == want)
print(f"{passed} passed, {failed} failed")
sys.exit(failed != 0)
