#!/usr/bin/env python3
"""check_rdf.py FOLDER: oxigraph, rdflib, PyLD, serd, raptor and pySHACL read the RDF forms, which must hold the same quads."""
import json
import pathlib
import subprocess
import sys

import pyoxigraph
import rdflib
from pyld import jsonld
from pyoxigraph import RdfFormat

from model import difference, finish, graphs

HERE = pathlib.Path(__file__).parent
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SCHEMA = HERE.parent.parent / "ontology" / "schema"
FORMS = {"nq": RdfFormat.N_QUADS, "ttl": RdfFormat.TURTLE, "trig": RdfFormat.TRIG, "jsonld": RdfFormat.JSON_LD}


def lines_of(quads, names=None):
    """Sorted lines of triples in the spelling of oxigraph, so that only what they say is compared; the names of the graphs that
    they were in go into `names`."""
    def triples():
        for quad in quads:
            if names is not None:
                names.add(quad.graph_name)
            yield quad.triple
    return rows_of(pyoxigraph.serialize(triples(), format=RdfFormat.N_TRIPLES))


def rows_of(text):
    return sorted(set(text.split(b"\n")))


def check_oxigraph(graph):
    def read(extension):
        return pyoxigraph.parse(path=str(graph.file(f"graph.{extension}")), format=FORMS[extension])
    want = lines_of(read("nq"))
    text = graph.file("graph.nq").read_bytes()
    rows = text.split(b"\n")
    graph.check("N-Quads: sorted, each line once, none blank, as RDFC-1.0 wants", rows[:-1] != sorted(set(rows[:-1])) or rows[-1] != b"")
    graph.check("N-Quads: no blank node", b" _:" in text or text.startswith(b"_:"))
    names = {extension: set() for extension in ("ttl", "trig", "jsonld")}
    for extension, seen in names.items():
        found = lines_of(read(extension), seen)
        graph.check(f"oxigraph: graph.{extension} has the triples of graph.nq", found != want and difference(found, want))
    graph.check("oxigraph: TriG keeps facts and evidence apart",
                (len(names["trig"]) != 2 or pyoxigraph.DefaultGraph() not in names["trig"]) and names["trig"])
    return want


def check_counts(graph, want):
    """Each edge is one Statement with a subject, a predicate and an object."""
    for term in ("subject", "predicate", "object"):
        subjects = [row.split(b" ", 1)[0] for row in want if f" <{RDF}{term}> ".encode() in row]
        graph.check(f"every edge has one Statement with one {term}", len(subjects) != len(graph.edges) or len(set(subjects)) != len(subjects))
    typed = [row for row in want if row.endswith(f"<{RDF}type> <{RDF}Statement> .".encode())]
    graph.check("Statements are as many as edges", len(typed) != len(graph.edges))


def check_rdflib(graph, want):
    for extension, form in (("ttl", "turtle"), ("nq", "nquads"), ("trig", "trig"), ("jsonld", "json-ld")):
        if len(want) > 100_000:
            graph.skip(f"rdflib: graph.{extension}", "a million triples take it minutes; the other readers take them")
            continue
        read = rdflib.Dataset(default_union=True)
        read.parse(graph.file(f"graph.{extension}"), format=form)
        text = rdflib.Graph()
        text += ((s, p, o) for s, p, o, _ in read.quads())
        text = text.serialize(format="nt", encoding="utf-8")
        graph.check(f"rdflib: graph.{extension} has the triples of graph.nq",
                    difference(lines_of(pyoxigraph.parse(text, format=RdfFormat.N_QUADS)), want))


def check_pyld(graph, want):
    def refuse(url, options=None):
        raise AssertionError(f"asked for {url}")
    if len(want) > 100_000:
        graph.skip("PyLD", "a million triples take it minutes; the other readers take them")
        return
    document = json.loads(graph.file("graph.jsonld").read_text("utf-8"))
    quads = jsonld.to_rdf(document, {"format": "application/n-quads", "documentLoader": refuse})
    graph.check("PyLD: graph.jsonld has the triples of graph.nq, and no document was asked for",
                difference(lines_of(pyoxigraph.parse(quads.encode(), format=RdfFormat.N_QUADS)), want))


def check_command(graph, want, what, command, text=None):
    run = subprocess.run(command, capture_output=True, input=text)
    graph.check(f"{what}: no error", (run.returncode or run.stderr) and run.stderr[:300])
    # Most spell as oxigraph does; who does not is read again by it, which takes minutes on the large graph.
    found = rows_of(run.stdout)
    if found != want:
        found = lines_of(pyoxigraph.parse(run.stdout, format=RdfFormat.N_QUADS))
    graph.check(f"{what}: the triples of graph.nq", found != want and difference(found, want))


def noncharacters_gone(text):
    for escape in (b"\\uFFFE", b"\\uFFFF"):
        text = text.replace(escape, "\ufffd".encode())
    return text


def check_shapes(graph):
    if graph.name != "seeds":
        # Relations of the other two join whatever comes, which is what the shapes are there to find.
        return
    from pyshacl import validate
    data = rdflib.Graph().parse(graph.file("graph.jsonld"), format="json-ld")
    core = rdflib.Graph().parse(SCHEMA / "samgak.ttl")
    # The shapes in SPARQL take pySHACL minutes; `samgak check` has their rules.
    shapes = rdflib.Graph().parse(SCHEMA / "shapes.ttl") + core
    conforms, _, text = validate(data + core, shacl_graph=shapes, inference="none", advanced=False, allow_warnings=True)
    graph.check("pySHACL: shapes.ttl", not conforms and text[:2000])


def main():
    for graph in graphs(sys.argv[1]):
        want = check_oxigraph(graph)
        check_counts(graph, want)
        check_rdflib(graph, want)
        check_pyld(graph, want)
        # raptor refuses U+FFFE and U+FFFF even as escapes; RDF has them, and canonical N-Quads say how.
        tame = [noncharacters_gone(row) for row in want]
        for extension, form in (("ttl", "turtle"), ("nq", "nquads"), ("trig", "trig")):
            file = graph.file(f"graph.{extension}")
            check_command(graph, want, f"serdi graph.{extension}", ["serdi", "-e", "-i", form, "-o", "nquads", file])
            if len(want) > 100_000 and extension != "ttl":
                graph.skip(f"rapper graph.{extension}", "it takes its time, and has read graph.ttl")
                continue
            check_command(graph, tame, f"rapper graph.{extension}",
                          ["rapper", "-q", "-i", form, "-o", "nquads", "-", "https://w3id.org/samgak/"], noncharacters_gone(file.read_bytes()))
        check_shapes(graph)
    finish()


main()
