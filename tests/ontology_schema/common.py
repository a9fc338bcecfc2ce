"""Paths, name spaces and the one way in which the checks here report."""

import pathlib

from rdflib import Graph, Namespace, URIRef

HERE = pathlib.Path(__file__).resolve().parent
SCHEMA = HERE.parent.parent / "ontology" / "schema"
SAMGAK = Namespace("https://w3id.org/samgak/ns#")
SHAPE = Namespace("https://w3id.org/samgak/shapes#")
SH = Namespace("http://www.w3.org/ns/shacl#")
ONTOLOGY = URIRef("https://w3id.org/samgak/ns")
LANGUAGES = ("ko", "en", "ja")


def load(*names):
    """One graph of several files of ontology/schema, or of paths."""
    graph = Graph()
    for name in names:
        path = SCHEMA / name if isinstance(name, str) else name
        graph.parse(path, format="turtle")
    return graph


def report(name, problems):
    """Prints one line; `run.sh` counts those that begin with `ok` and `FAIL`."""
    problems = list(problems)
    if problems:
        shown = "; ".join(str(problem) for problem in problems[:5])
        more = f" (and {len(problems) - 5} more)" if len(problems) > 5 else ""
        print(f"FAIL {name}: {shown}{more}", flush=True)
    else:
        print(f"ok   {name}", flush=True)


def local(iri):
    """`Meeting` for `https://w3id.org/samgak/ns#Meeting`."""
    return str(iri).rsplit("#", 1)[-1]
