#!/usr/bin/env python3
"""How right the graph is, by the gold graphs.

    bench/accuracy/run.py [--samgak PROGRAM] [--shared DIR] [--sets seeds,dev,own,more] [--errors] [--no-model]

Builds the graph of each set of documents and scores it with the customer's score.py. Prints one Markdown table, the
sets apart. With --errors, every edge and node that is wrong or missed follows, with its quote, rule and place, and
with the cause as far as the two graphs tell it:

    missed mention   an end of a missed edge is in no node of the document
    wrong type       that end is there, with another type
    missed frame     both ends are there, no rule joined them
    wrong argument   the relation was read, with another node at one end
    wrong relation   the two are joined, by another relation
    split node       the same thing stands in the graph as two nodes
    no such node     an end of a wrong edge is nothing that the gold knows: noise, or a mention too many
"""
import argparse
import collections
import importlib.util
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAMS = ("build/release/cli/samgak", "build/run/cli/samgak", "build/dev/cli/samgak")


def find_program():
    for name in PROGRAMS:
        if (ROOT / name).is_file():
            return ROOT / name
    sys.exit("no samgak was built yet: scripts/run.sh builds one, or name it with --samgak")


def gold_sets(shared):
    """Name of a set -> folder of its texts, folder of its gold graphs."""
    return {
        "seeds": (shared / "seeds", shared / "gold" / "seeds"),
        "dev": (shared / "gold" / "dev" / "texts", shared / "gold" / "dev"),
        "own": (ROOT / "seeds", ROOT / "bench" / "accuracy" / "gold"),
        "more": (ROOT / "bench" / "accuracy" / "more" / "texts", ROOT / "bench" / "accuracy" / "more" / "gold"),
    }


def load_scorer(path):
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def build(program, texts, gold, out, no_model):
    """The graph of the documents that the gold is about; other files of the folder are none of its business."""
    documents = [texts / json.loads(path.read_text("utf-8"))["doc"] for path in sorted(gold.glob("*.json"))]
    command = [program, "build", *documents, "-o", out, "-f", "jsonl", "--quiet"]
    done = subprocess.run([str(part) for part in command + ["--no-model"] * no_model], check=False)
    if done.returncode != 0:
        sys.exit(f"samgak build ended with {done.returncode}")
    return out / "graph.jsonl"


def table(scorer, scores):
    lines = ["| | " + " | ".join(f"{name} P | R | F1 | of" for name in scores) + " |",
             "| --- |" + " ---: |" * (4 * len(scores))]
    for row in ("nodes", *scorer.NODE_TYPES, "edges", *scorer.EDGE_TYPES):
        cells = []
        for score in scores.values():
            r = score["rows"].get(row)
            cells += [f"{r['precision']:.3f}", f"{r['recall']:.3f}", f"{r['f1']:.3f}", str(r["tp"] + r["fn"])] if r else [""] * 4
        bold = "**" if row in ("nodes", "edges") else ""
        lines.append(f"| {bold}{row}{bold} | " + " | ".join(cells) + " |")
    for row, good, of in (("dates and status", "right", "attributes"), ("verified evidence", "verified", "evidence")):
        cells = [f"| | {s[of][good]} | {s[of]['of']}" for s in scores.values()]
        lines.append(f"| {row} " + " ".join(cells) + " |")
    lines.append("| documents " + " ".join(f"| | | | {s['documents']}" for s in scores.values()) + " |")
    return "\n".join(lines)


class Errors:
    """What is wrong in one document, and why, told from the gold graph and ours."""

    def __init__(self, scorer, graph, gold, text):
        self.scorer, self.graph, self.gold, self.doc, self.text = scorer, graph, gold, gold["doc"], text
        self.nodes, edges = graph.of(self.doc)
        self.mapped, _ = scorer.align(gold["nodes"], self.nodes)
        self.edges = [e for e in edges if self.counts(e)]
        self.keys_by_name = collections.defaultdict(set)
        for key, node in gold["nodes"].items():
            for label in node["labels"]:
                self.keys_by_name[scorer.norm(label)].add(key)
        self.names = {scorer.norm(name) for node in self.nodes for name in self.names_of(node)}
        self.ours = {self.triple(e): e for e in self.edges}
        self.wanted = set(scorer.expand(gold["edges"]))

    def counts(self, edge):
        types = self.graph.nodes.get(edge["start"]["id"], {}).get("labels", ())
        return edge["label"] in self.scorer.EDGE_TYPES and not any(
            (t, edge["label"]) in self.scorer.NOT_COUNTED for t in types)

    @staticmethod
    def names_of(node):
        p = node.get("properties", {})
        return [name for name in (p.get("name", ""), *p.get("aliases", ())) if name]

    def key(self, node_id):
        """The gold key of a node, or its name in quotes where the gold has none."""
        return self.mapped.get(node_id) or "«" + self.graph.nodes.get(node_id, {}).get("properties", {}).get("name", node_id) + "»"

    def triple(self, edge):
        p, s, o = edge["label"], self.key(edge["start"]["id"]), self.key(edge["end"]["id"])
        return (p, *sorted((s, o))) if p in self.scorer.UNDIRECTED else (p, s, o)

    def label(self, key):
        node = self.gold["nodes"].get(key)
        return f"{node['type']} «{node['labels'][0]}»" if node else key

    def near_misses(self, triple, others):
        """Which of the same kind `others` hold: the same two ends, or the relation with one of them."""
        p, s, o = triple
        if any({s, o} == {a, b} and q != p for q, a, b in others):
            return "wrong relation"
        if any(q == p and (s in (a, b) or o in (a, b)) for q, a, b in others):
            return "wrong argument"
        return None

    def cause_of_missed(self, triple):
        found = set(self.mapped.values())
        for key in triple[1:]:
            if key not in found:
                labels = {self.scorer.norm(label) for label in self.gold["nodes"][key]["labels"]}
                return "wrong type" if labels & self.names else "missed mention"
        return self.near_misses(triple, set(self.ours)) or "missed frame"

    def cause_of_wrong(self, edge, triple):
        for end in (edge["start"]["id"], edge["end"]["id"]):
            if end not in self.mapped:
                names = {self.scorer.norm(name) for name in self.names_of(self.graph.nodes.get(end, {}))}
                keys = set().union(*(self.keys_by_name[name] for name in names)) if names else set()
                types = set(self.graph.nodes.get(end, {}).get("labels", ()))
                if not keys:
                    return "no such node"
                return "split node" if any(self.gold["nodes"][k]["type"] in types for k in keys) else "wrong type"
        return self.near_misses(triple, self.wanted) or "wrong frame"

    def sentence_with(self, keys):
        """The first stretch of the source that names all of `keys`, to look at."""
        for line in re.split(r"(?<=[.!?。])\s|\n", self.text):
            if all(any(label in line for label in self.gold["nodes"][k]["labels"]) for k in keys):
                return line.strip()[:200]
        return "(no one sentence names both)"

    def place(self, edge):
        p = edge["properties"]
        rows = [row for row in zip(p["evidenceDoc"], p["evidenceBegin"], p["evidenceEnd"], p["evidence"], p["rule"])
                if row[0] == self.doc]
        doc, begin, end, quote, rule = rows[0] if rows else ("?", 0, 0, "", "")
        return f"    {rule} at {doc}:{begin}-{end} ({p.get('status', '')})\n    {quote[:200]}"

    def report_attributes(self):
        """Dates and states of meetings and papers that differ from the gold, with the sentence that names them."""
        ours = {key: self.graph.nodes[node]["properties"] for node, key in self.mapped.items()}
        for key, wanted in self.gold.get("attributes", {}).items():
            for name, value in wanted.items():
                said = str(ours.get(key, {}).get(name, ""))
                if not said or not (said.startswith(value) if name == "date" else said == value):
                    print(f"{self.doc}: {name} of {self.label(key)}: {said or 'none'}, not {value}"
                          f"{'' if key in ours else ': missed mention'}\n    {self.sentence_with([key])}")

    def report(self, causes):
        found = set(self.mapped.values())
        for key in self.gold["nodes"]:
            if key not in found:
                print(f"{self.doc}: missed {self.label(key)}")
        for node in self.nodes:
            types = [t for t in node["labels"] if t in self.scorer.NODE_TYPES]
            if types and node["id"] not in self.mapped:
                p = node["properties"]
                print(f"{self.doc}: wrong {types[0]} «{p.get('name', '')}» ({node['id']})")
        for triple in sorted(self.wanted - set(self.ours)):
            cause = self.cause_of_missed(triple)
            causes["missed", cause] += 1
            print(f"{self.doc}: missed {self.label(triple[1])} -{triple[0]}-> {self.label(triple[2])}: {cause}\n"
                  f"    {self.sentence_with(triple[1:])}")
        for triple, edge in sorted(self.ours.items()):
            if triple not in self.wanted:
                cause = self.cause_of_wrong(edge, triple)
                causes["wrong", cause] += 1
                print(f"{self.doc}: wrong {self.label(triple[1])} -{triple[0]}-> {self.label(triple[2])}: {cause}\n"
                      + self.place(edge))
        self.report_attributes()


def list_errors(scorer, name, texts, gold, graph_file):
    print(f"\n## Errors of {name}\n")
    graph, causes = scorer.Graph(graph_file), collections.Counter()
    for path in sorted(gold.glob("*.json")):
        one = json.loads(path.read_text("utf-8"))
        Errors(scorer, graph, one, (texts / one["doc"]).read_text("utf-8")).report(causes)
    print("\n| edges | cause | of " + name + " |\n| --- | --- | ---: |")
    for (kind, cause), count in sorted(causes.items(), key=lambda item: (item[0][0], -item[1], item[0][1])):
        print(f"| {kind} | {cause} | {count} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--samgak", type=pathlib.Path, help="program to measure")
    parser.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared")
    parser.add_argument("--sets", default="seeds,dev,own,more")
    parser.add_argument("--errors", action="store_true", help="list what is wrong and what was missed, with the cause")
    parser.add_argument("--no-model", action="store_true", help="without the statistical tagger")
    arguments = parser.parse_args()

    scorer_file = arguments.shared / "gold" / "score.py"
    if not scorer_file.is_file():
        sys.exit(f"{scorer_file} is missing: the gold graphs belong to the customer; name their folder with --shared")
    scorer, sets = load_scorer(scorer_file), gold_sets(arguments.shared)
    program = arguments.samgak or find_program()
    scores, graphs = {}, {}
    with tempfile.TemporaryDirectory(prefix="samgak-accuracy-") as work:
        for name in arguments.sets.split(","):
            if name not in sets:
                parser.error(f"there is no set «{name}»; there are {', '.join(sets)}")
            texts, gold = sets[name]
            if not any(gold.glob("*.json")):
                print(f"no gold graphs in {gold}; the set {name} is left out", file=sys.stderr)
                continue
            graphs[name] = build(program, texts, gold, pathlib.Path(work) / name, arguments.no_model)
            done = subprocess.run([sys.executable, scorer_file, gold, graphs[name], "--texts", texts, "--json"],
                                  stdout=subprocess.PIPE, check=True)
            scores[name] = json.loads(done.stdout)
        print(table(scorer, scores))
        if arguments.errors:
            for name, graph in graphs.items():
                list_errors(scorer, name, *sets[name], graph)


if __name__ == "__main__":
    main()
