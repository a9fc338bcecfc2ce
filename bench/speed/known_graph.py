"""known_graph.py GRAPH.jsonl KNOWN.jsonl: how much of what a generated corpus states stands in the graph.

A statement counts as found when an edge of its relation joins nodes of its names, with evidence in its document. The
sentences are few and simple: the figure says that the program did its work on the corpus, not how well it reads news.
"""
import json
import sys


def main():
    names, edges = {}, set()
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            p = line["properties"]
            if line["type"] == "node":
                names[line["id"]] = {p["name"], *p.get("aliases", [])}
            else:
                for document in p["docs"]:
                    for subject in names[line["start"]["id"]]:
                        edges.update((document, subject, line["label"], name) for name in names[line["end"]["id"]])
    found = known = 0
    with open(sys.argv[2], encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            known += 1
            found += (line["document"], line["subject"], line["relation"], line["object"]) in edges
    print(f"{found} of {known} known statements found")


if __name__ == "__main__":
    main()
