#!/usr/bin/env python3
"""check_dot.py FOLDER: Graphviz reads graph.dot without a word, and sees every node and edge."""
import re
import subprocess
import sys

from model import finish, graphs


def main():
    for graph in graphs(sys.argv[1]):
        file = graph.file("graph.dot")
        run = subprocess.run(["dot", "-Tcanon", file], capture_output=True)
        graph.check("dot -Tcanon: no error, no warning", (run.returncode or run.stderr) and run.stderr[:300])
        counts = subprocess.run(["gc", "-n", "-e", file], capture_output=True, text=True)
        wanted = [str(len(graph.nodes)), str(len(graph.edges))]
        graph.check("gc: every node and edge", counts.stdout.split()[:2] != wanted and f"{counts.stdout} wanted {wanted}")
        text = file.read_bytes()
        graph.check("no byte order mark", text.startswith(b"\xef\xbb\xbf"))
        graph.check("no quoted string of 16,384 bytes", any(len(t) >= 16384 for t in re.findall(rb'"(?:[^"\\]|\\.)*"', text, re.S)))
    finish()


main()
