"""A graph that grows: `build --merge`, and reports of what formats carry."""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import results
from program import ARTICLE, SEEDS, UNUSABLE, ProgramTest, graph_lines


class Merge(ProgramTest):
    def build(self, out, *paths):
        self.run_program("build", *paths, "-o", out, "-f", "jsonl", "--quiet")
        return (self.folder / out / "graph.jsonl").read_bytes()

    def test_in_steps_as_at_once(self):
        whole = self.build("whole", *SEEDS)
        self.build("a", *SEEDS[:3])
        self.build("b", *SEEDS[3:7], "--merge", "a/graph.jsonl")
        self.assertEqual(whole, self.build("c", *SEEDS[7:], "--merge", "b/graph.jsonl"))

    def test_reading_again_changes_nothing(self):
        whole = self.build("whole", *SEEDS)
        self.assertEqual(whole, self.build("again", *SEEDS[2:4], "--merge", "whole/graph.jsonl"))

    def test_into_its_own_folder(self):
        whole = self.build("whole", *SEEDS[:4])
        self.build("out", *SEEDS[:2])
        self.assertEqual(whole, self.build("out", *SEEDS[2:4], "--merge", "out/graph.jsonl"))

    def test_a_changed_document_replaces_what_it_said(self):
        self.write("a.txt")
        self.write("b.txt", "일본과 독일은 도쿄에서 제2차 한일 수소 대화를 열었다.\n")
        self.build("old", "a.txt", "b.txt")
        self.write("b.txt", "프랑스 산업부는 파리에서 원자력 포럼을 개최했다.\n")
        self.assertEqual(self.build("new", "a.txt", "b.txt"), self.build("merged", "b.txt", "--merge", "old/graph.jsonl"))
        self.write("a.txt", ARTICLE.replace("26일", "27일"))
        self.assertEqual(self.build("new", "a.txt", "b.txt"), self.build("merged", "a.txt", "--merge", "merged/graph.jsonl"))

    def test_what_cannot_be_read_ends_before_anything_is_written(self):
        self.write("a.txt")
        self.write("bad.jsonl", "{}\n")
        for bad in ("bad.jsonl", "missing.jsonl"):
            done = self.run_program("build", "a.txt", "--merge", bad, expect=UNUSABLE)
            self.assertIn(bad.encode(), done.stderr)
            self.assertFalse((self.folder / "out" / "graph.jsonl").exists())


class Reports(ProgramTest):
    FORMATS = "jsonl,graphml,gexf,dot,jsonld,turtle,nquads,trig,neo4j-csv,cypher,csv,mermaid"

    def setUp(self):
        super().setUp()
        self.run_program("build", *SEEDS, "-f", self.FORMATS, "--quiet", "--export-report", "report.json")
        self.report = json.loads((self.folder / "report.json").read_text("utf-8"))
        self.rows = graph_lines((self.folder / "out" / "graph.jsonl").read_bytes())

    def test_totals_are_those_of_the_graph(self):
        nodes = [row for row in self.rows if row["type"] == "node"]
        edges = [row for row in self.rows if row["type"] == "relationship"]
        graph = self.report["graph"]
        self.assertEqual((len(nodes), len(edges), sum(len(e["properties"]["evidence"]) for e in edges)),
                         (graph["nodes"], graph["edges"], graph["evidence"]))
        self.assertEqual(self.FORMATS.split(","), [row["format"] for row in self.report["formats"]])
        for row in self.report["formats"]:
            self.assertEqual((graph["nodes"], graph["edges"]), (row["nodes"], row["edges"]), row["format"])
            left_out = sum(loss["count"] for loss in row["losses"] if loss["what"].startswith("pieces of evidence"))
            self.assertEqual(graph["evidence"], row["evidence"] + left_out, row["format"])
            for loss in row["losses"]:
                if loss["what"] == "mentions of nodes":
                    self.assertEqual(graph["mentions"], loss["count"], row["format"])
            for kind in ("widened", "replaced", "cut", "omitted"):
                self.assertEqual(sum(loss["count"] for loss in row["losses"] if loss["kind"] == kind), row[kind])
        self.assertEqual([], self.report["formats"][0]["losses"], "jsonl carries all")

    def test_of_a_part(self):
        self.run_program("export", "out/graph.jsonl", "-f", "graphml", "--focus", "서울", "-o", "part.graphml",
                         "--export-report", "part.json", "--quiet")
        part = json.loads((self.folder / "part.json").read_text("utf-8"))
        self.assertEqual(self.report["graph"], part["graph"])
        (row,) = part["formats"]
        left_out = {loss["what"]: loss["count"] for loss in row["losses"]}
        self.assertEqual(part["graph"]["nodes"], row["nodes"] + left_out["nodes that were not asked for"])
        self.assertEqual(part["graph"]["edges"], row["edges"] + left_out["edges that were not asked for"])
        self.assertEqual(part["graph"]["evidence"],
                         row["evidence"] + left_out["pieces of evidence of edges that were not asked for"])

    def test_standard_error_says_the_same(self):
        done = self.run_program("export", "out/graph.jsonl", "-f", "dot", "--export-report", "dot.json")
        (row,) = json.loads((self.folder / "dot.json").read_text("utf-8"))["formats"]
        said = done.stderr.decode()
        self.assertIn(f"dot: wrote {row['nodes']} nodes, {row['edges']} edges, {row['evidence']} pieces of evidence", said)
        for loss in row["losses"]:
            self.assertIn(f"dot: {loss['kind']} {loss['count']} {loss['what']}\n", said)


if __name__ == "__main__":
    results.main()
