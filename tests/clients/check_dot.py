#!/usr/bin/env python3
"""check_dot.py FOLDER SAMGAK: Graphviz reads graph.dot without a word, and sees every node and edge; the small graphs are
drawn, and the text of the SVG and the fonts of the PDF looked at. Graphs of several sizes are drawn in time."""
import pathlib
import re
import subprocess
import sys
import time
import xml.etree.ElementTree as xml

from model import check, finish, graphs

# What a picture may take, at ten times what it takes on an idle machine.
SECONDS = {200: 20, 1000: 60, 10000: 60}
SVG = "{http://www.w3.org/2000/svg}"


def squeezed(text):
    """Labels are wrapped and long ones cut: what they begin with, without white space."""
    return re.sub(r"[\s\u00a0]", "", text)


def drawable(text):
    """What SVG may not hold, and what cairo does not write, is drawn as a replacement character."""
    noncharacters = "".join(chr(plane + low) for plane in range(0, 0x110000, 0x10000) for low in (0xFFFE, 0xFFFF))
    return re.sub(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0-\ufdef{noncharacters}]", "\ufffd", text)


def check_svg(graph):
    run = subprocess.run(["dot", "-Tsvg", graph.file("graph.dot")], capture_output=True, timeout=120)
    graph.check("SVG: drawn without a word", (run.returncode or run.stderr) and run.stderr[:300])
    root = xml.fromstring(run.stdout)
    graph.check("SVG: ids are unique", [i for i in (e.get("id") for e in root.iter()) if i and run.stdout.count(f' id="{i}"'.encode()) != 1][:3])
    links = [v for e in root.iter() for k, v in e.attrib.items() if k.endswith("href")]
    graph.check("SVG: links are of http", [link for link in links if not link.startswith(("http://", "https://"))][:3])
    found = {g.get("id"): squeezed("".join(t.text or "" for t in g.iter(SVG + "text"))) for g in root.iter(SVG + "g") if g.get("class") == "node"}
    return found


def check_drawing(graph):
    found = check_svg(graph)
    wrong = []
    for number, node in enumerate(graph.nodes):
        text, wanted = found.get(f"n{number}", ""), squeezed(drawable(node.display))
        start = text.removesuffix("…")
        if not (text == wanted or text.endswith("…") and wanted.startswith(start) and start):
            wrong.append((number, text, wanted[:80]))
    graph.check("SVG: the label of every node is its name, or the beginning of a long one", wrong[:3])


def check_pdf(graph):
    pdf = graph.file("graph.pdf")
    run = subprocess.run(["dot", "-Tpdf", "-o", pdf, graph.file("graph.dot")], capture_output=True, timeout=120)
    graph.check("PDF: drawn without a word", (run.returncode or run.stderr) and run.stderr[:300])
    if graph.name == "hostile":
        return
    fonts = subprocess.run(["pdffonts", pdf], capture_output=True, text=True).stdout
    graph.check("PDF: Hangul has an installed font, which is embedded", not re.search(r"(Nanum|Noto\S*CJK).* yes ", fonts) and fonts)
    text = squeezed(subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True).stdout)
    names = [squeezed(n.display) for n in graph.nodes if re.fullmatch(r"[가-힣]{2,6}", n.display)]
    graph.check("PDF: Korean names can be copied from it", [name for name in names if name not in text][:3] or not names)


def check_sizes(folder, samgak):
    for size, limit in SECONDS.items():
        graph = pathlib.Path(folder) / f"sample-{size}" / "graph.jsonl"
        start = time.monotonic()
        run = subprocess.run([samgak, "render", graph, "-o", graph.with_name("graph.svg"), "-q", "--time", str(limit)], capture_output=True, text=True)
        check(f"sample-{size}", f"samgak render: {size:,} nodes and three times as many edges are drawn in {limit} s",
              (run.returncode or run.stderr) and f"{run.stderr[:300]} after {time.monotonic() - start:.1f} s")


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
        if len(graph.edges) < 10000:
            check_drawing(graph)
            check_pdf(graph)
    check_sizes(*sys.argv[1:3])
    finish()


main()
