"""Parts of a graph, and pictures of it by the real Graphviz."""
import json
import os
import pathlib
import sys
import time
import xml.etree.ElementTree as xml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import results
from program import HELPER_FAILED, SEEDS, WRITE_FAILED, WRONG_CALL, ProgramTest, graph_lines


class Diagrams(ProgramTest):
    def setUp(self):
        super().setUp()
        self.run_program("build", *SEEDS, "-f", "jsonl", "--quiet")
        rows = graph_lines((self.folder / "out" / "graph.jsonl").read_bytes())
        self.nodes = {row["id"]: row for row in rows if row["type"] == "node"}
        self.edges = [row for row in rows if row["type"] == "relationship"]

    def export(self, *options, name="jsonl"):
        return self.run_program("export", "out/graph.jsonl", "-f", name, *options)

    def part(self, *options):
        rows = graph_lines(self.export(*options).stdout)
        return ({row["id"] for row in rows if row["type"] == "node"},
                {row["id"] for row in rows if row["type"] == "relationship"})

    def around(self, focus, depth):
        """The same by a walk of our own."""
        reached, followed = {focus}, set()
        for _ in range(depth):
            step = [e for e in self.edges if {e["start"]["id"], e["end"]["id"]} & reached]
            followed |= {e["id"] for e in step}
            reached |= {e[end]["id"] for e in step for end in ("start", "end")}
        return reached, followed

    def busiest(self, label):
        def degree(node):
            return sum(node in (e["start"]["id"], e["end"]["id"]) for e in self.edges)
        return max((i for i, n in self.nodes.items() if n["labels"][0] == label), key=degree)

    def test_focus_and_depth(self):
        for focus in (self.busiest("Meeting"), self.busiest("Ministry")):
            for depth in (0, 1, 2):
                self.assertEqual(self.around(focus, depth), self.part("--focus", focus, "--depth", str(depth)))
            self.assertEqual(self.around(focus, 1), self.part("--focus", focus))

    def test_types_relations_since(self):
        nodes, edges = self.part("--types", "Person,Meeting", "--relations", "attended,chaired")
        self.assertEqual({"Person", "Meeting"}, {self.nodes[i]["labels"][0] for i in nodes})
        wanted = {e["id"] for e in self.edges if e["label"] in ("attended", "chaired") and
                  self.nodes[e["start"]["id"]]["labels"][0] == "Person"}
        self.assertEqual(wanted, edges)
        dates = sorted(n["properties"]["date"] for n in self.nodes.values() if "date" in n["properties"])
        middle = dates[len(dates) // 2]
        kept = [self.nodes[i]["properties"].get("date", "9999") for i in self.part("--since", middle)[0]]
        self.assertTrue(all(date >= middle[:len(date)] for date in kept))
        self.assertLess(len(kept), len(self.nodes))

    def test_what_was_left_out_is_told(self):
        focus = self.busiest("Meeting")
        nodes, edges = self.around(focus, 1)
        said = self.export("--focus", focus).stderr.decode()
        self.assertIn(f"omitted {len(self.nodes) - len(nodes)} nodes that were not asked for", said)
        self.assertIn(f"omitted {len(self.edges) - len(edges)} edges that were not asked for", said)

    def test_wrong_words_are_told(self):
        for options, said in ((("--types", "Peson"), "did you mean Person?"),
                              (("--relations", "attend"), "did you mean attended?"),
                              (("--since", "2024-1"), "YYYY"),
                              (("--since", "2024-01-0x"), "YYYY"),
                              (("--types", "Person", "--relations", "heldIn", "--connected"), "nothing in the graph"),
                              (("--depth", "2"), "--focus"),
                              (("--engine", "dott"), "--engine"),
                              (("--focus", "아무도아닌이름"), "no node is called")):
            done = self.run_program("export", "out/graph.jsonl", "-f", "dot", *options, expect=WRONG_CALL)
            self.assertIn(said, done.stderr.decode(), options)
            self.assertEqual(b"", done.stdout)

    def test_words_by_language(self):
        focus = self.busiest("Ministry")
        for language, part_of, ministry in (("ko", "일부이다", "정부 기관"), ("en", "part of", "ministry"),
                                            ("ja", "一部である", "政府機関")):
            text = self.export("--focus", focus, "--lang", language, name="dot").stdout.decode()
            self.assertIn(f'label="{part_of}"', text)
            self.assertIn(f"</FONT> {ministry}</TD>", text)
            text = self.export("--focus", focus, "--lang", language, name="mermaid").stdout.decode()
            self.assertIn(f'|"{part_of}"|', text)

    def render(self, *arguments, **options):
        return self.run_program("render", "out/graph.jsonl", *arguments, **options)

    def test_svg_has_every_name_and_edge(self):
        focus = self.busiest("Meeting")
        for options, (nodes, edges) in (((), (set(self.nodes), {e["id"] for e in self.edges})),
                                        (("--focus", focus), self.around(focus, 1))):
            self.render("-o", "g.svg", "-q", *options)
            tree = xml.parse(self.folder / "g.svg").getroot()
            groups = [g for g in tree.iter("{http://www.w3.org/2000/svg}g")]
            drawn = [g for g in groups if g.get("class") == "node"]
            self.assertEqual(len(nodes), len(drawn))
            self.assertEqual(edges, {g.get("id") for g in groups if g.get("class") == "edge"})
            names = {"".join(t.text for t in g.iter("{http://www.w3.org/2000/svg}text")) for g in drawn}
            self.assertEqual({self.nodes[i]["properties"]["name"].replace(" ", "") for i in nodes},
                             {name.replace(" ", "") for name in names})

    def test_a_dense_graph_comes_to_an_end(self):
        rows = [{"type": "node", "id": f"place/{i}", "labels": ["Place"], "properties": {"name": f"곳 {i}"}} for i in range(100)]
        for i in range(300):
            ends = sorted((f"place/{i * i * 7 % 100}", f"place/{i % 99}"))
            rows.append({"type": "relationship", "id": "e", "label": "partOf" if i % 2 else "heldIn",
                         "start": {"id": ends[0]}, "end": {"id": ends[1]},
                         "properties": {"status": "held", "evidence": ["곳"], "evidenceDoc": ["d"], "evidenceBegin": [i],
                                        "evidenceEnd": [i + 1], "rule": ["r"], "bindings": [""], "evidenceStatus": ["held"],
                                        "evidenceConfidence": [0.5], "confidence": 0.5}})
        self.write("dense.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
        self.run_program("render", "dense.jsonl", "-o", "dense.svg", "-q", "--time", "200")
        self.assertIn("곳 99", (self.folder / "dense.svg").read_text("utf-8"))

    def test_pdf_and_png(self):
        self.render("-o", "g.pdf", "-q")
        self.assertTrue((self.folder / "g.pdf").read_bytes().startswith(b"%PDF-"))
        self.render("-o", "g.png", "--dpi", "30", "-q")
        self.assertTrue((self.folder / "g.png").read_bytes().startswith(b"\x89PNG"))
        done = self.render("-o", "-", "-T", "pdf", "--focus", self.busiest("Meeting"))
        self.assertTrue(done.stdout.startswith(b"%PDF-"))
        self.assertIn(b"edges that were not asked for", done.stderr)

    def test_same_picture_twice(self):
        self.render("-o", "a.svg", "-q")
        self.render("-o", "b.svg", "-q")
        self.assertEqual((self.folder / "a.svg").read_bytes(), (self.folder / "b.svg").read_bytes())

    def test_name_without_a_type_is_a_wrong_call(self):
        self.assertIn(b"--type", self.render("-o", "g.jpg", expect=WRONG_CALL).stderr)
        self.render("-o", "g", "--type", "svg", "-q")

    def fake_dot(self, script):
        path = self.write("bin/dot", "#!/bin/sh\n" + script)
        path.chmod(0o755)
        return dict(os.environ, PATH=f"{path.parent}:/usr/bin:/bin")

    def test_graphviz_missing(self):
        done = self.render("-o", "g.svg", env=dict(os.environ, PATH=str(self.folder)), expect=HELPER_FAILED)
        self.assertIn(b"apt install graphviz", done.stderr)
        self.assertEqual(["graph.jsonl"], [f for f in self.files("out") if not f.startswith(".")])
        self.assertFalse((self.folder / "g.svg").exists())

    def test_graphviz_fails(self):
        done = self.render("-o", "g.svg", env=self.fake_dot("echo 'Error: no room' >&2; exit 3\n"), expect=HELPER_FAILED)
        self.assertIn(b"exit code 3: Error: no room", done.stderr)
        done = self.render("-o", "g.svg", env=self.fake_dot("kill -SEGV $$\n"), expect=HELPER_FAILED)
        self.assertIn(b"signal 11", done.stderr)
        done = self.render("-o", "g.svg", env=self.fake_dot("cat >/dev/null\n"), expect=HELPER_FAILED)
        self.assertFalse((self.folder / "g.svg").exists())

    def test_graphviz_takes_too_long(self):
        # A child of the child holds the pipes: it must go too.
        begin = time.monotonic()
        done = self.render("-o", "g.svg", "--time", "1", env=self.fake_dot("sleep 60 & sleep 60\n"), expect=HELPER_FAILED)
        self.assertLess(time.monotonic() - begin, 20)
        self.assertIn(b"not done after 1 second", done.stderr)
        self.assertFalse((self.folder / "g.svg").exists())

    def test_a_full_target_leaves_no_file(self):
        done = self.render("-o", "/dev/full", "-T", "svg", "-q", expect=WRITE_FAILED)
        self.assertIn(b"/dev/full", done.stderr)


if __name__ == "__main__":
    results.main()
