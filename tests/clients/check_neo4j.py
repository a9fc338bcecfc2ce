#!/usr/bin/env python3
"""check_neo4j.py FOLDER CLASSES CLASSPATH SAMGAK: Neo4j and APOC load the files of every graph, which must be in the database then:
labels, types, properties with their types, and nothing else."""
import json
import os
import pathlib
import subprocess
import sys

from dates import days
from graphml_model import as_list, edge_data, node_data
from model import GRAPHS, difference, finish, graphs

JAVA = ["java", "-Xmx2g", "--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED"]


def in_bulk(data):
    """Nothing in these lists could escape the character that parts their items, and one empty text is an empty list."""
    kept = {}
    for key, value in data.items():
        if isinstance(value, list):
            value = [t.replace("\x1f", " ") if isinstance(t, str) else t for t in value]
        if value != [""]:
            kept[key] = value
    return kept


def without_nothing(data):
    return {key: value for key, value in data.items() if value not in (None, [])}


def common_node(node, attributes):
    p = node.properties
    data = {"uid": node.id, "type": node.type, "name": node.name, "docs": p["docs"]}
    data |= {key: p[key] for key in ("name_en", "name_ja", "wikidata", "aliases") if key in p}
    return data | attributes | days(node.date)


def common_edge(edge):
    p = dict(edge.properties, uid=edge.id, relation=edge.relation)
    return p | days(p.get("date", ""))


def wanted(graph, how):
    """Nodes by uid as (labels, properties), edges by uid as (type, from, to, properties)."""
    nodes, edges = {}, {}
    for i, node in enumerate(graph.nodes):
        labels = sorted({"Entity", node.label}) if how in ("cypher", "bulk") else [node.label]
        if how == "graphml":
            data = node_data(node, graph.keys, as_list)
            del data["labels"]
            key, data["id"] = f"n{i}", f"n{i}"
        elif how == "json":
            key, data = node.id, dict(node.properties, neo4jImportId=node.id)
        elif how == "cypher":
            key, data = node.id, common_node(node, node.attributes)
        else:
            key = node.id
            data = common_node(node, {k: v for k, v in node.attributes.items() if k in graph.keys})
        nodes[key] = (labels, without_nothing(data))
    if how == "json":
        # Sources are nodes there, so that Neo4j has their checksums. It indexes no id as long as one of the hostile graph.
        for source in (s for s in graph.sources if len(s["id"].encode()) <= 8000):
            nodes[source["id"]] = (source["labels"], dict(source["properties"], neo4jImportId=source["id"]))
    for edge in graph.edges:
        if how == "graphml":
            data = edge_data(edge, as_list)
            del data["label"]
            ends = (f"n{graph.number[edge.source]}", f"n{graph.number[edge.target]}")
        else:
            data = dict(edge.properties) if how == "json" else common_edge(edge)
            ends = (edge.source, edge.target)
        if how == "bulk":
            data = in_bulk(data)
        edges[edge.id] = (edge.label, *ends, without_nothing(data))
    if how == "bulk":
        for key, (labels, data) in nodes.items():
            nodes[key] = (labels, in_bulk(data))
    return nodes, edges


def found(file, key):
    nodes, edges, uid_of = {}, [], {}
    with open(file, encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            data = without_nothing(item["properties"])
            # apoc.import.csv keeps the type of a relationship as a property too.
            data.pop("__csv_type", None)
            if "node" in item:
                uid_of[item["node"]] = data.get(key)
                nodes[data.get(key)] = (sorted(item["labels"]), data)
            else:
                edges.append((item["type"], item["from"], item["to"], data))
    return nodes, [(kind, uid_of[start], uid_of[end], data) for kind, start, end, data in edges]


def spell(value):
    """One text for one value, in which a whole number and a fraction differ."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def compare(graph, how, what):
    key = {"graphml": "id", "json": "neo4jImportId"}.get(how, "uid")
    if not graph.file(f"neo4j-{what}.jsonl").exists():
        graph.check(f"{what}: is in the database", "nothing was written down")
        return
    want_nodes, want_edges = wanted(graph, how)
    nodes, edges = found(graph.file(f"neo4j-{what}.jsonl"), key)
    if how != "json":
        iris = {data.pop("iri", None) for _, data in nodes.values()}
        graph.check(f"{what}: one IRI a node", len(iris) != len(nodes) or None in iris)
    graph.check(f"{what}: labels and properties of nodes",
                difference({k: spell(v) for k, v in nodes.items()}, {k: spell(v) for k, v in want_nodes.items()}))
    graph.check(f"{what}: types, ends and properties of relationships",
                difference([spell(e) for e in edges], [spell(e) for e in want_edges.values()]))
    graph.check(f"{what}: as many relationships, parallel ones too", len(edges) - len(want_edges))


def environment(home):
    configuration = home / "conf"
    configuration.mkdir(parents=True, exist_ok=True)
    (configuration / "apoc.conf").write_text("apoc.import.file.enabled=true\napoc.import.file.use_neo4j_config=false\n")
    (configuration / "neo4j.conf").write_text("server.memory.heap.max_size=1g\n")
    return dict(os.environ, NEO4J_HOME=str(home), NEO4J_CONF=str(configuration))


def main():
    folder, classes, classpath = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2], pathlib.Path(sys.argv[3]).read_text().strip()
    samgak = pathlib.Path(sys.argv[4]).resolve()
    run = [*JAVA, "-cp", f"{classes}:{classpath}"]
    home = folder / "neo4j-home"
    online = subprocess.run([*run, "Neo4jImports", "online", home, samgak, *(folder / name for name in GRAPHS)],
                            env=environment(home), capture_output=True, text=True)
    sys.stderr.write(online.stderr[-3000:])
    for graph in graphs(folder):
        graph.check("APOC, Cypher and push: loaded without an error", online.returncode and online.stderr[-600:])
        compare(graph, "graphml", "graphml")
        if graph.name == "generated":
            graph.skip("json", "apoc.import.json begins a transaction whenever a type or label changes, which takes it many minutes")
        else:
            compare(graph, "json", "json")
        if graph.name == "seeds":
            compare(graph, "bulk", "csv")
        elif graph.name == "hostile":
            graph.skip("apoc.import.csv", "it takes a backslash in a relationship for an escape, against the rule of neo4j-admin")
        compare(graph, "cypher", "cypher")
        compare(graph, "cypher", "cypher-twice")
        compare(graph, "cypher", "push")
        compare(graph, "cypher", "push-twice")
        home = folder / f"neo4j-home-{graph.name}"
        admin = subprocess.run([*run, "org.neo4j.cli.AdminTool", "database", "import", "full", "neo4j", "@import.args"],
                               env=environment(home), cwd=graph.file("neo4j-csv"), capture_output=True, text=True)
        graph.check("neo4j-admin database import full @import.args", admin.returncode and (admin.stdout + admin.stderr)[-600:])
        report = graph.file("neo4j-csv") / "import.report"
        graph.check("neo4j-admin: no bad entry", report.exists() and report.read_text()[:300])
        bulk = subprocess.run([*run, "Neo4jImports", "bulk", home, graph.folder], env=environment(home), capture_output=True, text=True)
        graph.check("bulk: schema.cypher runs after it", bulk.returncode and bulk.stderr[-600:])
        compare(graph, "bulk", "bulk")
    finish()


main()
