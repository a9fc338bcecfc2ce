#!/usr/bin/env python3
"""check_gephi.py FOLDER CLASSPATH: Gephi opens graph.graphml, graph.gexf and the tables of csv/, and must hold the graph
then: nodes, edges, kinds, typed columns, values, colours, sizes, places and the timeline."""
import calendar
import datetime
import json
import math
import pathlib
import re
import subprocess
import sys

from dates import days
from graphml_model import as_list, as_text, edge_data, node_data
from model import GRAPHS, difference, finish, graphs, xml_text

# Gephi makes these XML attributes and keys properties of its own, without a column.
PROPERTIES = {"label"}


class Import:
    """What Gephi wrote down after one import."""

    def __init__(self, file):
        self.issues, self.tables, self.columns, self.nodes, self.edges, self.dynamic = [], [], {}, {}, {}, False
        with open(file, encoding="utf-8") as lines:
            for item in map(json.loads, lines):
                if "issues" in item:
                    self.issues += item["issues"]
                elif "dynamic" in item:
                    self.dynamic = item["dynamic"]
                elif "table" in item:
                    self.tables.append(item)
                elif "column" in item:
                    self.columns[item["of"], item["column"]] = item["type"]
                elif "node" in item:
                    self.nodes[item["node"]] = item
                else:
                    self.edges[item["edge"]] = item

    def severe(self):
        return [text for text in self.issues if not text.startswith("INFO")]


def gephi_text(text):
    """Gephi writes INF in any text as Infinity, and takes an empty one and the word null for no value."""
    text = text.replace("INF", "Infinity")
    return None if text in ("", "null") else text


def expected(data):
    """Values as Gephi keeps them; labels are properties."""
    kept = {}
    for key, value in data.items():
        if isinstance(value, list):
            value = [gephi_text(text) for text in value]
        elif isinstance(value, str):
            value = gephi_text(value)
        if value is not None and key not in PROPERTIES:
            kept[key] = value
    return kept


def check_ends(graph, what, found, name_of):
    wanted = {e.id: (name_of(e.source), name_of(e.target), True, 1.0) for e in graph.edges}
    edges = {k: (e["from"], e["to"], e["directed"], e["weight"]) for k, e in found.edges.items()}
    graph.check(f"Gephi, {what}: every edge, its ends, directed, weight 1", difference(edges, wanted))


def check_graphml(graph):
    found = Import(graph.file("gephi-graphml.jsonl"))
    graph.check("Gephi, GraphML: no warning", found.severe())
    number = lambda node: f"n{graph.number[node]}"
    check_ends(graph, "GraphML", found, number)
    graph.check("Gephi, GraphML: type of an edge is its relation",
                difference({k: e["kind"] for k, e in found.edges.items()}, {e.id: e.label for e in graph.edges}))
    graph.check("Gephi, GraphML: labels of nodes, code point by code point",
                difference({k: n["label"] for k, n in found.nodes.items()}, {number(n.id): xml_text(n.display) or number(n.id) for n in graph.nodes}))
    values = {k: {a: v for a, v in n["values"].items() if a != "iri"} for k, n in found.nodes.items()}
    graph.check("Gephi, GraphML: values of nodes",
                difference(values, {number(n.id): expected(node_data(n, graph.keys, as_text)) for n in graph.nodes}))
    graph.check("Gephi, GraphML: values of edges",
                difference({k: e["values"] for k, e in found.edges.items()}, {e.id: expected(edge_data(e, as_text)) for e in graph.edges}))
    graph.check("Gephi, GraphML: columns have their types",
                difference({k: found.columns.get(k) for k in (("node", "mentions"), ("edge", "confidence"), ("edge", "evidence"))},
                           {("node", "mentions"): "Integer", ("edge", "confidence"): "Double", ("edge", "evidence"): "String"}))
    merged = graph.file("gephi-graphml-merged.jsonl")
    if merged.exists():
        graph.check("Gephi, GraphML with edges merged as by default: as many edges", len(Import(merged).edges) - len(graph.edges))


def milliseconds(day):
    return calendar.timegm(datetime.date.fromisoformat(day).timetuple()) * 1000


def interval(date):
    known = days(date)
    return [milliseconds(known["dateFrom"]["date"]), milliseconds(known["dateTo"]["date"])] if known else []


def gexf_node(node, keys):
    data = node_data(node, keys, as_list)
    for key in ("labels", "mentions"):
        del data[key]
    return data


def gexf_edge(edge):
    p = edge.properties
    data = {"predicate": xml_text(edge.relation), "uid": edge.id, "status": p["status"], "confidence": p["confidence"],
            "docs": as_list(p["docs"]), "evidence": as_list(p["evidence"]), "evidencePlace": as_list(edge.places),
            "rule": as_list(p["rule"])}
    if p.get("roles"):
        data["role"] = xml_text(p["roles"][0])
    data["date"] = xml_text(p.get("date", ""))
    return data


def colours(graph):
    """Colours of nodes by type, from graph.gexf itself."""
    text = graph.file("graph.gexf").read_text("utf-8")
    look = r'<node id="(n\d+)".*?<viz:color r="(\d+)" g="(\d+)" b="(\d+)" a="1.0"/><viz:size value="([^"]*)"/><viz:position x="([^"]*)" y="([^"]*)"'
    return {m[0]: ("%02x%02x%02x" % tuple(map(int, m[1:4])), *map(float, m[4:])) for m in re.findall(look, text)}


def close(a, b):
    return a[0] == b[0] and all(math.isclose(x, y, rel_tol=1e-5, abs_tol=1e-4) for x, y in zip(a[1:], b[1:]))


def check_gexf(graph):
    found = Import(graph.file("gephi-gexf.jsonl"))
    graph.check("Gephi, GEXF: no warning", found.severe())
    number = lambda node: f"n{graph.number[node]}"
    check_ends(graph, "GEXF", found, number)
    graph.check("Gephi, GEXF: kind and label of an edge are its relation",
                difference({k: (e["kind"], e["label"]) for k, e in found.edges.items()},
                           {e.id: (xml_text(e.relation),) * 2 for e in graph.edges}))
    values = {k: {a: v for a, v in n["values"].items() if a != "iri"} for k, n in found.nodes.items()}
    graph.check("Gephi, GEXF: values of nodes, lists as lists",
                difference(values, {number(n.id): expected(gexf_node(n, graph.keys)) for n in graph.nodes}))
    graph.check("Gephi, GEXF: values of edges, lists as lists",
                difference({k: e["values"] for k, e in found.edges.items()}, {e.id: expected(gexf_edge(e)) for e in graph.edges}))
    graph.check("Gephi, GEXF: lists of texts are columns of lists", found.columns.get(("edge", "evidence")) != "String[]")
    graph.check("Gephi, GEXF: the graph is dynamic", found.dynamic != any(x["intervals"] for x in (*found.nodes.values(), *found.edges.values())))
    graph.check("Gephi, GEXF: the interval of a node are the days of its date",
                difference({k: n["intervals"] for k, n in found.nodes.items()}, {number(n.id): interval(n.date) for n in graph.nodes}))
    date_of = {n.id: n.date for n in graph.nodes}
    dates = {e.id: e.properties.get("date") or next((d for d in (date_of[e.target], date_of[e.source]) if days(d)), "")
             for e in graph.edges}
    graph.check("Gephi, GEXF: the interval of an edge are the days of its date, or of the end that has one",
                difference({k: e["intervals"] for k, e in found.edges.items()}, {k: interval(d) for k, d in dates.items()}))
    written = colours(graph)
    looks = {k: (n["colour"], n["size"], n["x"], n["y"]) for k, n in found.nodes.items()}
    graph.check("Gephi, GEXF: colours, sizes and places", [(k, look, written.get(k)) for k, look in looks.items()
                                                          if k not in written or not close(look, written[k])][:3])
    by_type = {}
    for node in graph.nodes:
        by_type.setdefault(node.type, set()).add(looks[number(node.id)][0])
    graph.check("Gephi, GEXF: one colour a type", [t for t, seen in by_type.items() if len(seen) != 1])


def check_tables(graph):
    found = Import(graph.file("gephi-csv.jsonl"))
    told = {t["table"]: (t["mode"], t["delimiter"], t["charset"]) for t in found.tables}
    graph.check("Gephi, tables: it finds out which is which, the comma and UTF-8",
                difference(told, {"nodes.csv": ("NODES_TABLE", ",", "UTF-8"), "edges.csv": ("EDGES_TABLE", ",", "UTF-8")}))
    if graph.name == "hostile":
        graph.skip("Gephi, tables: values", "its import takes a backslash in a text for an escape, as the export says")
        return
    graph.check("Gephi, tables: no warning", found.severe())
    check_ends(graph, "tables", found, lambda node: node)
    graph.check("Gephi, tables: labels and kinds of nodes",
                difference({k: (n["label"], n["values"].get("kind")) for k, n in found.nodes.items()},
                           {n.id: (n.display, n.type) for n in graph.nodes}))
    graph.check("Gephi, tables: labels and kinds of edges",
                difference({k: (e["label"], e["kind"]) for k, e in found.edges.items()},
                           {e.id: (e.relation, e.relation) for e in graph.edges}))
    graph.check("Gephi, tables: quotes", difference({k: json.loads(e["values"]["evidence"]) for k, e in found.edges.items()},
                                                    {e.id: e.properties["evidence"] for e in graph.edges}))


def main():
    folder, classpath = pathlib.Path(sys.argv[1]), sys.argv[2]
    run = subprocess.run(["java", "-Djava.awt.headless=true", "-Xmx2g", "-cp", classpath, "GephiImports", *(folder / name for name in GRAPHS)],
                         capture_output=True, text=True)
    for graph in graphs(folder):
        graph.check("Gephi: opened every file", run.returncode and run.stderr[-600:])
        check_graphml(graph)
        check_gexf(graph)
        check_tables(graph)
    finish()


main()
