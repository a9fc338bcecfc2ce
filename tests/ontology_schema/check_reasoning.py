"""OWL profiles, coherence, canaries and entailment, by ROBOT with HermiT, by Konclude and by owlrl.

Usage: check_reasoning.py ROBOT_JARS|- KONCLUDE|- FOREIGN.ttl|- WORK_FOLDER SAMGAK_RDF_CLOSURE|-. A dash skips what
needs that tool.
"""

import pathlib
import re
import subprocess
import sys

import owlrl
from rdflib import OWL, RDF, RDFS, Graph, URIRef

from common import HERE, SAMGAK, SCHEMA, load, local, report

jars, konclude, foreign, work, samgak_closure = sys.argv[1:6]
work = pathlib.Path(work)
SECONDS = 600


def merged(name, *paths):
    """Writes one file of several, without imports: ROBOT parses each input alone and would not see declarations."""
    graph = load(*paths)
    graph.remove((None, OWL.imports, None))
    path = work / f"{name}.ttl"
    graph.serialize(path, format="turtle")
    return path


def robot(*arguments):
    command = ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", f"{jars}/*",
               "org.obolibrary.robot.CommandLineInterface", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
    return done.returncode, done.stdout + done.stderr


def last_lines(text):
    return " / ".join(text.strip().splitlines()[-3:])


def in_profile(name, profile, *inputs):
    out = work / "profile.txt"
    code, text = robot("validate-profile", "--profile", profile, *inputs, "--output", out)
    report(f"robot/{name}_in_{profile}", [] if code == 0 else [last_lines(text + out.read_text())])


def reason(path, *more):
    return robot("reason", "--reasoner", "HermiT", "--input", path, *more)


def unsatisfiable(text):
    return {local(iri) for iri in re.findall(r"unsatisfiable: (\S+)", text)}


def classes_equal_to_nothing(path):
    """Konclude's exit code says nothing, so its class hierarchy is read."""
    out = work / "hierarchy.xml"
    out.unlink(missing_ok=True)
    subprocess.run([konclude, "classification", "-w", "2", "-i", path, "-o", out], capture_output=True,
                   timeout=SECONDS, check=False)
    groups = re.findall(r"<EquivalentClasses>(.*?)</EquivalentClasses>", out.read_text(encoding="utf-8"), re.S)
    nothing = [g for g in groups if "owl#Nothing" in g]
    return {local(iri) for g in nothing for iri in re.findall(r'IRI="([^"]+)"', g)} - {"Nothing"}


def consistent(path):
    done = subprocess.run([konclude, "consistency", "-w", "2", "-i", path], capture_output=True, text=True,
                          timeout=SECONDS, check=False)
    verdict = re.search(r"is (in)?consistent", done.stdout + done.stderr)
    return verdict.group(1) is None if verdict else None


def relations(path, properties):
    """Who stands in which relation to whom, as Konclude entails it: one query for each property. Its workers answer them in
    any order, so the variables bear the number of the query."""
    queries, answers = work / "relations.sparql", work / "relations.xml"
    queries.write_text("\n".join(f"SELECT ?s{n} ?o{n} WHERE {{ ?s{n} <{p}> ?o{n} }}\n" for n, p in enumerate(properties)),
                       encoding="utf-8")
    answers.unlink(missing_ok=True)
    subprocess.run([konclude, "sparqlfile", "-w", "2", "-i", path, "-s", queries, "-o", answers], capture_output=True,
                   timeout=SECONDS, check=False)
    text = answers.read_text(encoding="utf-8")
    if text.count("</sparql>") != len(properties):
        raise RuntimeError(f"Konclude answered {text.count('</sparql>')} of {len(properties)} queries")
    pair = r'<binding name="s(\d+)"><uri>(.*?)</uri>.*?<binding name="o\1"><uri>(.*?)</uri>'
    return {(URIRef(s), properties[int(n)], URIRef(o)) for n, s, o in re.findall(pair, text, re.S)}


core = SCHEMA / "samgak.ttl"
modules = (core, SCHEMA / "alignments.ttl") + (() if foreign == "-" else (pathlib.Path(foreign),))
everything = merged("everything", *modules)
facts = HERE / "facts.ttl"
data = merged("facts", *modules, facts)
wrong = merged("wrong", *modules, HERE / "facts.wrong.ttl")
canaries = [] if foreign == "-" else sorted((HERE / "canaries").glob("*.ttl"))
entailed = [t for t in Graph().parse(HERE / "facts.entailed.ttl")]

if jars != "-":
    catalog = ("--catalog", SCHEMA / "catalog-v001.xml")
    for profile in ("DL", "RL"):
        in_profile("core", profile, "--input", core)
        in_profile("core_with_alignments", profile, *catalog, "--input", SCHEMA / "alignments.ttl")
        in_profile("facts", profile, "--input", data)
    broken = load("samgak.ttl")
    broken.add((SAMGAK.partOf, RDF.type, OWL.AsymmetricProperty))
    broken.serialize(work / "broken.ttl", format="turtle")
    code, text = robot("validate-profile", "--profile", "DL", "--input", work / "broken.ttl", "--output", work / "x.txt")
    report("robot/transitive_and_asymmetric_is_refused", [] if code != 0 else ["it was taken"])

    out = work / "report.tsv"
    code, text = robot("report", "--input", core, "--base-iri", "https://w3id.org/samgak/ns", "--profile",
                       HERE / "report_profile.txt", "--fail-on", "WARN", "--output", out)
    report("robot/report", [] if code == 0 else out.read_text(encoding="utf-8").splitlines()[1:])

    code, text = reason(everything)
    report("hermit/coherent", [] if code == 0 else [last_lines(text)])
    for canary in canaries:
        expected = set(re.findall(r"^# unsatisfiable: (\S+)", canary.read_text(encoding="utf-8"), re.M))
        code, text = reason(merged("canary", everything, canary))
        report(f"hermit/canary_{canary.stem}", [] if code != 0 and unsatisfiable(text) == expected else [text.strip()])
    code, text = reason(wrong)
    report("hermit/wrong_facts_are_inconsistent", [] if code != 0 and "inconsistent" in text else [last_lines(text)])
    inferred = work / "inferred.ttl"
    code, text = reason(data, "--axiom-generators", "ClassAssertion PropertyAssertion", "--include-indirect", "true",
                        "--output", inferred)
    graph = Graph().parse(inferred) if code == 0 else Graph()
    report("hermit/entails", [" ".join(map(local, t)) for t in entailed if t not in graph])

if konclude != "-":
    report("konclude/coherent", sorted(classes_equal_to_nothing(everything)))
    report("konclude/facts_are_consistent", [] if consistent(data) is True else ["no"])
    report("konclude/wrong_facts_are_inconsistent", [] if consistent(wrong) is False else ["no"])
    for canary in canaries:
        expected = set(re.findall(r"^# unsatisfiable: (\S+)", canary.read_text(encoding="utf-8"), re.M))
        found = classes_equal_to_nothing(merged("canary", everything, canary))
        report(f"konclude/canary_{canary.stem}", [] if found == expected else [sorted(found)])


def closed(*paths):
    """The OWL 2 RL closure, and the contradictions that it found."""
    graph = load(*paths)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    error = URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")
    return graph, list(graph.subjects(RDF.type, error))


def about_individuals(graph):
    """What a closure says of the individuals of a fixture, by named properties and classes. Left aside is what OWL says of
    everything: that it is a thing and the same as itself."""
    ours = "https://w3id.org/samgak/id/"
    idle = {OWL.Thing, RDFS.Resource, OWL.NamedIndividual}
    return {(s, p, o) for s, p, o in graph
            if str(s).startswith(ours) and isinstance(o, URIRef) and p != OWL.sameAs and o not in idle
            and (p == RDF.type or str(o).startswith(ours))
            and not str(p).startswith((str(RDFS), str(OWL)))
            and not (p == RDF.type and str(o).startswith((str(OWL), str(RDFS), str(RDF))))}


def own_closure(*paths):
    done = subprocess.run([samgak_closure, *map(str, paths)], capture_output=True, text=True, timeout=SECONDS, check=True)
    return Graph().parse(data=done.stdout, format="nt")


def compare(name, who, mine, theirs):
    report(f"closure/{name}_as_{who}_has_it", ["nothing follows"] if not theirs else [
        f"only {whose}: " + " ".join(map(local, t))
        for whose, only in ((who, theirs - mine), ("Samgak", mine - theirs)) for t in sorted(only)])


closure, errors = closed(*modules, facts)
if samgak_closure != "-":
    for name, theirs, paths in (("facts", closure, (*modules, facts)),
                                ("chains", closed(HERE / "chains.ttl")[0], (HERE / "chains.ttl",))):
        mine = about_individuals(own_closure(*paths))
        compare(name, "owlrl", mine, about_individuals(theirs))
        if konclude != "-":
            properties = sorted(load(*paths).subjects(RDF.type, OWL.ObjectProperty))
            compare(name, "konclude", {t for t in mine if t[1] in properties},
                    about_individuals(relations(merged(name, *paths), properties)))
report("owlrl/entails", [" ".join(map(local, t)) for t in entailed if t not in closure])
report("owlrl/facts_are_consistent", errors)
_, errors = closed(core, HERE / "facts.wrong.ttl")
report("owlrl/wrong_facts_are_inconsistent", [] if errors else ["no contradiction found"])
