"""`samgak check` gives the same results as pySHACL, Jena and rdf-validate-shacl: on every fixture, and on the RDF export of
an article of seeds/ whose ministries were made places.

Usage: check_agreement.py SAMGAK ROOT WORK_FOLDER JENA_JARS|- NODE_PACKAGES|-. A dash leaves that engine out. Compared are
focus, path, value, source shape, component and severity of every result; of all shapes with pySHACL and Jena, of the Core
ones with rdf-validate-shacl, which has no SPARQL.
"""

import os
import pathlib
import re
import subprocess
import sys

from pyshacl import validate
from rdflib import BNode, Graph, RDF
from rdflib.collection import Collection

from common import HERE, SH, load, local, report

samgak, root, work = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
jena_jars, node_packages = sys.argv[4:6]
SEED = "s05.txt"
SECONDS = 600


def path_text(graph, node):
    if node is None or not isinstance(node, BNode):
        return str(node)
    for property_ in (SH.inversePath, SH.alternativePath):
        inner = graph.value(node, property_)
        if inner is not None:
            return f"{local(property_)}({path_text(graph, inner)})"
    return " ".join(path_text(graph, part) for part in Collection(graph, node))


def results(report_graph, paths_graph):
    """The results as comparable rows. Engines differ in whether a SPARQL result without `?value` has its focus as value, and
    Jena names a value for a language that is used twice, where the standard names none."""
    found = set()
    for result in report_graph.subjects(RDF.type, SH.ValidationResult):
        def value(property_):
            return report_graph.value(result, property_)
        focus, offending = value(SH.focusNode), value(SH.value)
        component = value(SH.sourceConstraintComponent)
        if component == SH.UniqueLangConstraintComponent or component == SH.SPARQLConstraintComponent and offending == focus:
            offending = None
        names = ["a blank node" if isinstance(term, BNode) else term for term in (focus, offending)]
        found.add((*names, path_text(paths_graph, value(SH.resultPath)), value(SH.sourceShape), component,
                   value(SH.resultSeverity)))
    return found


def output(*command, codes=(0,), **environment):
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, timeout=SECONDS,
                          env={**os.environ, **environment})
    if done.returncode not in codes:
        raise RuntimeError(f"{command[0]}: {done.stderr.strip()[-500:]}")
    return done.stdout


def of_samgak(data):
    graph = Graph().parse(data=output(samgak, "check", data, "-f", "shacl", codes=(0, 1)), format="turtle")
    return results(graph, graph)


def of_pyshacl(data, shapes):
    _, graph, _ = validate(Graph().parse(data), shacl_graph=load(shapes), inference="none", advanced=False)
    return results(graph, graph + load(shapes))


def of_jena(data, shapes):
    text = output("java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", f"{jena_jars}/*", "shacl.shacl", "validate",
                  "--shapes", shapes, "--data", data)
    graph = Graph().parse(data=text, format="turtle")
    return results(graph, graph)


def of_rdf_validate_shacl(data, shapes):
    text = output("node", HERE / "validate_shacl.mjs", shapes, data, SAMGAK_NODE_PATH=node_packages)
    graph = Graph().parse(data=text, format="nt")
    return results(graph, graph)


def differences(a, b, who):
    for name, only in (("Samgak", a - b), (who, b - a)):
        for row in sorted(only, key=str):
            yield f"only {name}: " + " | ".join(local(term) for term in row)


def all_fixtures():
    """Every fixture in one graph, which each engine reads once: each has individuals and Wikidata items of its own."""
    graph = Graph()
    for number, path in enumerate(sorted((HERE / "fixtures").glob("*.ttl")), 1):
        text = path.read_text(encoding="utf-8").replace("https://w3id.org/samgak/id/",
                                                        f"https://w3id.org/samgak/id/{path.stem}/")
        graph.parse(data=re.sub(r'"Q([1-9])', rf'"Q{number}0\1', text), format="turtle")
    return graph


def misread_seed():
    """Every ministry of an article taken for a place: a real export with many results."""
    output(samgak, "build", root / "seeds" / SEED, "-o", work / "seed", "-f", "nquads", "--quiet")
    text = (work / "seed" / "graph.nq").read_text(encoding="utf-8")
    return Graph().parse(data=text.replace("ns#Ministry>", "ns#Place>"), format="nt")


def written(name, graph):
    path = work / f"{name}.ttl"
    graph.serialize(path, format="turtle")
    return path


def main():
    core = load("samgak.ttl")
    all_shapes = load("shapes.ttl", "shapes-sparql.ttl")
    facts = all_fixtures() + misread_seed()
    mine = of_samgak(written("agreement-facts", facts))
    silent = set(all_shapes.subjects(SH.severity, None)) - {row[3] for row in mine}
    report("agreement/every_shape_speaks", sorted(map(local, silent)))

    # With the schema in both graphs every engine sees the subclasses.
    data = written("agreement-data", facts + core)
    shapes = written("agreement-shapes", all_shapes + core)
    report(f"agreement/pyshacl_{len(mine)}_results", differences(mine, of_pyshacl(data, shapes), "pySHACL"))
    if jena_jars != "-":
        report(f"agreement/jena_{len(mine)}_results", differences(mine, of_jena(data, shapes), "Jena"))
    if node_packages != "-":
        of_core = {row for row in mine if row[4] != SH.SPARQLConstraintComponent}
        theirs = of_rdf_validate_shacl(data, written("agreement-core-shapes", load("shapes.ttl") + core))
        report(f"agreement/rdf_validate_shacl_{len(of_core)}_results", differences(of_core, theirs, "rdf-validate-shacl"))


main()
