#!/usr/bin/env python3
"""check_csv.py FOLDER: Python's csv in strict mode reads both profiles; the safe one holds no formula."""
import csv
import json
import sys

from model import difference, finish, graphs

csv.field_size_limit(1 << 30)
FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def rows(file, encoding="utf-8"):
    with open(file, encoding=encoding, newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


def check_exact(graph):
    nodes, edges = rows(graph.file("csv") / "nodes.csv"), rows(graph.file("csv") / "edges.csv")
    graph.check("csv: id, label, kind and aliases of nodes",
                difference([(r["Id"], r["Label"], r["Kind"], tuple(json.loads(r["Aliases"] or "[]"))) for r in nodes],
                           [(n.id, n.display, n.type, tuple(n.properties.get("aliases", []))) for n in graph.nodes]))
    graph.check("csv: ends, relation, confidence and quotes of edges",
                difference([(r["Id"], r["Source"], r["Target"], r["Kind"], float(r["Confidence"]), tuple(json.loads(r["Evidence"]))) for r in edges],
                           [(e.id, e.source, e.target, e.relation, e.properties["confidence"], tuple(e.properties["evidence"])) for e in graph.edges]))
    graph.check("csv: every edge is directed", {r["Type"] for r in edges} - {"Directed"})


def check_safe(graph):
    for leaf, things in (("nodes.csv", graph.nodes), ("edges.csv", graph.edges)):
        file = graph.file("csv-safe") / leaf
        graph.check(f"csv, safe: {leaf} has the mark that tells Excel of UTF-8", not file.read_bytes().startswith(b"\xef\xbb\xbf"))
        read = rows(file, "utf-8-sig")
        graph.check(f"csv, safe: {leaf} has every row", len(read) - len(things))
        cells = [cell for row in read for cell in row.values()]
        graph.check(f"csv, safe: no cell of {leaf} is a formula", [cell for cell in cells if cell.startswith(FORMULA)][:3])
        graph.check(f"csv, safe: every cell of {leaf} fits Excel", [cell[:50] for cell in cells if len(cell.encode("utf-16-le")) > 2 * 32767])


def main():
    for graph in graphs(sys.argv[1]):
        check_exact(graph)
        check_safe(graph)
    finish()


main()
