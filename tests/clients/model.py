"""What a graph holds, from Samgak's own JSON Lines, and how a check of a client is told."""
import json
import pathlib
import sys
from collections import Counter

GRAPHS = ("seeds", "hostile", "generated")

_counts = Counter()


def check(graph, what, problem):
    """`problem` is falsy when all is well; otherwise it, or its first example, is printed."""
    _counts["failed" if problem else "passed"] += 1
    if problem:
        text = repr(problem)
        print(f"FAILED: {graph}: {what}: {text[:600]}", flush=True)
    else:
        print(f"passed: {graph}: {what}", flush=True)


def skip(graph, what, reason):
    _counts["skipped"] += 1
    print(f"skipped: {graph}: {what}: {reason}", flush=True)


def finish():
    sys.exit(1 if _counts["failed"] else 0)


def difference(found, wanted, most=3):
    """Empty when two dicts, or two collections of things that hash, are equal; otherwise a few examples."""
    if isinstance(wanted, dict):
        if found == wanted:
            return ""
        wrong = [(key, found.get(key), value) for key, value in wanted.items() if found.get(key) != value]
        extra = [(key, value, None) for key, value in found.items() if key not in wanted]
        return f"{len(wrong)} wrong, {len(extra)} too many; (where, found, wanted): {(wrong + extra)[:most]}"
    found, wanted = Counter(found), Counter(wanted)
    if found == wanted:
        return ""
    lost, extra = list((wanted - found).elements()), list((found - wanted).elements())
    return f"{len(lost)} missing {lost[:most]}, {len(extra)} too many {extra[:most]}"


def is_korean(text):
    return any("\uac00" <= c <= "\ud7bf" or "\u1100" <= c <= "\u11ff" for c in text)


def xml_text(text):
    """What XML carries of a text: docs/formats/graphml.md."""
    out = "".join("\ufffd" if (c < " " and c not in "\t\n\r") or c in "\ufffe\uffff" else c for c in text)
    return out.strip(" \t\n\r")


def xml_item(text):
    """The same of an item of a list, where the clients' grammar has no escape for line breaks."""
    return "".join(" " if c < " " else "\ufffd" if c in "\ufffe\uffff" else c for c in text)


class Node:
    def __init__(self, line):
        self.id = line["id"]
        self.label = line["labels"][0]
        p = self.properties = line["properties"]
        self.type = p.get("type", self.label)
        self.name = p.get("name", "")
        self.display = next((t for t in (self.name, p.get("name_en"), p.get("name_ja"), *p.get("aliases", [])) if t), self.id)
        known = {"type", "name", "name_en", "name_ja", "wikidata", "aliases", "docs"}
        # Mentions and claims are lists of Samgak's own; what is left are attributes of the node.
        self.attributes = {k: v for k, v in p.items()
                           if k not in known and not k.startswith(("mention", "claim")) or k == "mentions"}
        self.date = p.get("date", "")


class Edge:
    def __init__(self, line):
        self.id = line["id"]
        self.label = line["label"]
        p = self.properties = line["properties"]
        self.relation = p.get("relation", self.label)
        self.source, self.target = line["start"]["id"], line["end"]["id"]
        self.places = [f"{d}#char={b},{e}" for d, b, e in zip(p["evidenceDoc"], p["evidenceBegin"], p["evidenceEnd"])]


class Graph:
    def __init__(self, folder, name):
        self.name = name
        self.folder = pathlib.Path(folder) / name
        self.nodes, self.edges, self.sources = [], [], []
        with open(self.folder / "graph.jsonl", encoding="utf-8", newline="\n") as lines:
            for line in map(json.loads, lines):
                if line.get("labels") == ["Document"] and "sha256" in line["properties"]:
                    self.sources.append(line)
                elif line["type"] == "node":
                    self.nodes.append(Node(line))
                else:
                    self.edges.append(Edge(line))
        self.number = {node.id: i for i, node in enumerate(self.nodes)}
        # Of keys that differ only in case most formats hold the first.
        self.keys, taken = set(), set()
        for key in sorted({key.removesuffix("_conflicts") for node in self.nodes for key in node.attributes}):
            if key.lower() not in taken:
                taken.add(key.lower())
                self.keys |= {key, key + "_conflicts"}

    def file(self, name):
        return self.folder / name

    def check(self, what, problem):
        check(self.name, what, problem)

    def skip(self, what, reason):
        skip(self.name, what, reason)


def graphs(folder, names=GRAPHS):
    """The graphs one after the other, so that only one lies in memory."""
    for name in names:
        yield Graph(folder, name)
