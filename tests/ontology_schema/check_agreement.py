"""`samgak check` and pySHACL give the same results: on every fixture, and on the RDF export of an article of seeds/
whose ministries were made places.

Usage: check_agreement.py SAMGAK ROOT. Compared are focus, path, value, source shape, component and severity of every
result of both shapes files together.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

from pyshacl import validate
from rdflib import BNode, Graph, RDF
from rdflib.collection import Collection

from common import HERE, SH, load, local, report

samgak, root = sys.argv[1], pathlib.Path(sys.argv[2])
core = load("samgak.ttl")
SEED = "s05.txt"
shapes = load("shapes.ttl", "shapes-sparql.ttl", "samgak.ttl")


def path_text(graph, node):
    if node is None or not isinstance(node, BNode):
        return str(node)
    for property_ in (SH.inversePath, SH.alternativePath):
        inner = graph.value(node, property_)
        if inner is not None:
            return f"{local(property_)}({path_text(graph, inner)})"
    return " ".join(path_text(graph, part) for part in Collection(graph, node))


def results(report_graph, paths_graph):
    """The results as comparable rows. pySHACL leaves the value of a SPARQL result without `?value` as the focus node."""
    found = set()
    for result in report_graph.subjects(RDF.type, SH.ValidationResult):
        def value(property_):
            return report_graph.value(result, property_)
        focus, offending = value(SH.focusNode), value(SH.value)
        if value(SH.sourceConstraintComponent) == SH.SPARQLConstraintComponent and offending == focus:
            offending = None
        names = ["a blank node" if isinstance(term, BNode) else term for term in (focus, offending)]
        found.add((*names, path_text(paths_graph, value(SH.resultPath)), value(SH.sourceShape),
                   value(SH.sourceConstraintComponent), value(SH.resultSeverity)))
    return found


def theirs(data):
    _, graph, _ = validate(data + core, shacl_graph=shapes, inference="none", advanced=False)
    return results(graph, graph + shapes)


def mine(path):
    done = subprocess.run([samgak, "check", str(path), "-f", "shacl"], capture_output=True, text=True, check=False)
    if done.returncode > 1:
        raise RuntimeError(done.stderr)
    graph = Graph().parse(data=done.stdout, format="turtle")
    return results(graph, graph)


def differences(a, b):
    for who, only in (("only Samgak", a - b), ("only pySHACL", b - a)):
        for row in sorted(only, key=str):
            yield f"{who}: " + " | ".join(local(term) for term in row)


def all_fixtures():
    """Every fixture in one graph, which pySHACL reads once: each has individuals and Wikidata items of its own."""
    graph = Graph()
    for number, path in enumerate(sorted((HERE / "fixtures").glob("*.ttl")), 1):
        text = path.read_text(encoding="utf-8").replace("https://w3id.org/samgak/id/",
                                                        f"https://w3id.org/samgak/id/{path.stem}/")
        graph.parse(data=re.sub(r'"Q([1-9])', rf'"Q{number}0\1', text), format="turtle")
    return graph


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        data = all_fixtures()
        data.serialize(folder / "fixtures.ttl", format="turtle")
        found = mine(folder / "fixtures.ttl")
        silent = {s for s in shapes.subjects(SH.severity, None)} - {row[3] for row in found}
        report(f"agreement/fixtures_{len(found)}_results", differences(found, theirs(data)))
        report("agreement/every_shape_speaks", sorted(map(local, silent)))
        subprocess.run([samgak, "build", str(root / "seeds" / SEED), "-o", folder, "-f", "nquads", "--quiet"], check=True)
        # Every ministry taken for a place: a real export with many results.
        text = (folder / "graph.nq").read_text(encoding="utf-8").replace("ns#Ministry>", "ns#Place>")
        (folder / "graph.nq").write_text(text, encoding="utf-8")
        found = mine(folder / "graph.nq")
        report(f"agreement/{SEED}_{len(found)}_results",
               differences(found, theirs(Graph().parse(data=text, format="nt"))) if found else ["no results"])


main()
