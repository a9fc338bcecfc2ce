"""Each shape has a fixture that passes and one that gives results of that shape and of no other."""

import sys

from pyshacl import validate
from pyshacl.errors import ReportableRuntimeError, ValidationFailure
from rdflib import RDF

from common import HERE, SH, load, local, report

FIXTURES = HERE / "fixtures"
# What a node shape may say without ever giving a result of its own.
SILENT = {SH.name, SH.message, SH.severity, SH.targetClass, SH.targetSubjectsOf, SH.property, RDF.type}


def shapes_with_rules(graph):
    for kind in (SH.NodeShape, SH.PropertyShape):
        for shape in graph.subjects(RDF.type, kind):
            if kind == SH.PropertyShape or set(graph.predicates(shape)) - SILENT:
                yield local(shape)


def results(shapes, core, path):
    """Local names of the shapes that complain about a fixture."""
    data = load(path) + core
    _, graph, _ = validate(data, shacl_graph=shapes, inference="none", advanced=False)
    if isinstance(graph, Exception):
        raise graph
    return {local(shape) for shape in graph.objects(None, SH.sourceShape)}


def check(file, core):
    shapes = load(file)
    names = sorted(shapes_with_rules(shapes))
    shapes += core
    for name in names:
        problems = []
        for kind, wanted in (("pass", set()), ("fail", {name})):
            path = FIXTURES / f"{name}.{kind}.ttl"
            if not path.exists():
                problems.append(f"no {path.name}")
                continue
            try:
                found = results(shapes, core, path)
            except (ReportableRuntimeError, ValidationFailure) as error:
                problems.append(f"{kind}: {error}")
                continue
            if found != wanted:
                problems.append(f"{path.name} gives {sorted(found) or 'nothing'}")
        report(f"{file}/{name}", problems)
    return names


def main():
    core = load("samgak.ttl")
    known = set(check("shapes.ttl", core)) | set(check("shapes-sparql.ttl", core))
    strays = sorted(p.name for p in FIXTURES.iterdir() if p.name.rsplit(".", 2)[0] not in known)
    report("fixtures/each_belongs_to_a_shape", strays)
    for file in ("shapes.ttl", "shapes-sparql.ttl"):
        try:
            _, graph, _ = validate(core, shacl_graph=load(file), meta_shacl=True)
            report(f"{file}/well_formed", [graph] if isinstance(graph, Exception) else [])
        except (ReportableRuntimeError, ValidationFailure) as error:
            report(f"{file}/well_formed", [error])
    return 0


sys.exit(main())
