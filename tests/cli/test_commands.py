"""What the commands print, on a graph that is written by hand."""
import json
import os
import pathlib
import pty
import re
import select
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import results
from program import ARTICLE, PROGRAM, SOURCE, WRONG_CALL, ProgramTest, graph_lines, json_lines


class Commands(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.txt")
        self.write("b.txt", ARTICLE.replace("26일", "27일"))
        self.run_program("build", "a.txt", "b.txt", "--quiet")
        self.rows = graph_lines((self.folder / "out" / "graph.jsonl").read_bytes())
        self.nodes = {row["id"]: row for row in self.rows if row["type"] == "node"}
        self.edges = [row for row in self.rows if row["type"] == "relationship"]

    def name(self, end):
        return self.nodes[end["id"]]["properties"]["name"]

    def explain(self, *words, **options):
        return self.run_program("explain", "out/graph.jsonl", *words, **options)

    def test_explain_edge_shows_quote_place_rule_and_status(self):
        edge = next(e for e in self.edges if e["label"] == "partOf")
        properties = edge["properties"]
        by_id = self.explain(edge["id"]).stdout.decode()
        for i, quote in enumerate(properties["evidence"]):
            self.assertIn(f"«{quote}»", by_id)
            place = f"{properties['evidenceDoc'][i]}:{properties['evidenceBegin'][i]}-{properties['evidenceEnd'][i]}"
            self.assertIn(place, by_id)
            self.assertIn(properties["rule"][i], by_id)
        self.assertIn(properties["status"], by_id)
        words = f"{self.name(edge['start'])} {edge['label']} {self.name(edge['end'])}"
        self.assertEqual(by_id, self.explain(words).stdout.decode())
        self.assertEqual(by_id, self.explain(*words.split()).stdout.decode())

    def test_explain_name_shows_why_it_was_merged(self):
        said = self.explain("미국").stdout.decode()
        self.assertIn("(Country)", said)
        self.assertIn("in 2 documents", said)
        self.assertRegex(said, r"«미국» +\d+×  \S")
        self.assertIn("a.txt:", said)

    def test_explain_says_what_may_have_been_meant(self):
        self.assertIn("did you mean 미국?", self.explain("미궁", expect=WRONG_CALL).stderr.decode())
        edge = next(e for e in self.edges if e["label"] == "partOf")
        said = self.explain(self.name(edge["start"]), "partOf", self.name(edge["start"]), expect=WRONG_CALL)
        self.assertIn(f"there is {self.name(edge['start'])} -partOf-> ", said.stderr.decode())
        self.assertIn("no edge has the id", self.explain("e0123456789abcdef", expect=WRONG_CALL).stderr.decode())

    def test_stats_counts_what_is_in_the_file(self):
        (stats,) = json_lines(self.run_program("stats", "out/graph.jsonl", "--json").stdout)
        self.assertEqual((len(self.nodes), len(self.edges)), (stats["nodes"], stats["edges"]))
        self.assertEqual(sum(len(e["properties"]["evidence"]) for e in self.edges), stats["evidence"])
        for row in stats["types"]:
            self.assertEqual(sum(n["labels"][0] == row["name"] for n in self.nodes.values()), row["nodes"])
        for row in stats["relations"]:
            mine = [e["properties"]["status"] for e in self.edges if e["label"] == row["name"]]
            self.assertEqual((len(mine), mine.count("held"), mine.count("planned"), mine.count("proposed")),
                             (row["edges"], row["held"], row["planned"], row["proposed"]))
        degrees = {}
        for edge in self.edges:
            for end in (edge["start"]["id"], edge["end"]["id"]):
                degrees[end] = degrees.get(end, 0) + 1
        self.assertEqual(max(degrees.values()), stats["mostConnected"][0]["edges"])
        for measure in ("pagerank", "betweenness"):
            figures = [row[measure] for row in stats[measure]]
            self.assertEqual(sorted(figures, reverse=True), figures)
            self.assertTrue(all(0 < figure <= 1 for figure in figures))
            self.assertTrue(all(self.nodes[row["id"]]["properties"]["name"] == row["name"] for row in stats[measure]))
        self.assertGreater(len(stats["pagerank"]), 1)
        self.assertFalse(stats["betweennessSampled"])
        for row in stats["unmapped"]:
            self.assertEqual(len(self.nodes[row["id"]]["properties"]["docs"]), row["documents"])
        self.assertEqual(["a.txt", "b.txt"], [row["name"] for row in stats["documents"]])
        text = self.run_program("stats", "out/graph.jsonl").stdout.decode()
        self.assertIn(f"{len(self.nodes)} nodes by type", text)
        self.assertIn("contradiction", text)

    def test_mentions_cut_to_their_surface(self):
        rows = json_lines(self.run_program("mentions", "b.txt", "a.txt").stdout)
        self.assertEqual(["a.txt", "b.txt"], [row["id"] for row in rows])
        source = (self.folder / "a.txt").read_text("utf-8")
        self.assertGreater(len(rows[0]["mentions"]), 3)
        for mention in rows[0]["mentions"]:
            self.assertEqual(mention["surface"], source[mention["begin"]:mention["end"]])
            self.assertEqual({"begin", "end", "type", "surface", "entity"}, set(mention))

    def test_formats_names_every_exporter(self):
        (cards,) = json_lines(self.run_program("formats", "--json").stdout)
        text = self.run_program("formats").stdout.decode()
        self.assertLessEqual({"jsonl", "graphml", "dot", "jsonld"}, {card["name"] for card in cards})
        for card in cards:
            self.assertIn(card["purpose"], text)
            for name in (card["name"], *card["aliases"]):
                out = ("-o", f"{card['name']}.out")
                self.run_program("export", "out/graph.jsonl", "-f", name, *out)

    def test_silence_in_a_pipe_but_for_the_summary(self):
        done = self.run_program("build", "a.txt", "-f", "jsonl")
        self.assertEqual(b"", done.stderr)
        self.assertEqual([b"1 document read, 0 skipped"], done.stdout.splitlines()[:1])

    def test_progress_on_a_terminal(self):
        master, slave = pty.openpty()
        process = subprocess.Popen([PROGRAM, "build", "-", "-f", "jsonl", "-j", "1"], cwd=self.folder,
                                   stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=slave)
        os.close(slave)
        # The bar is drawn ten times a second at most: documents must come slowly for it to show, however busy the machine.
        shown = b""
        for i in range(1000):
            row = json.dumps({"id": str(i), "text": ARTICLE}, ensure_ascii=False)
            process.stdin.write(row.encode() + b"\n")
            process.stdin.flush()
            if select.select([master], [], [], 0.15)[0]:
                shown += os.read(master, 4096)
            if b"a second" in shown:
                break
        process.stdin.close()
        try:
            while piece := os.read(master, 4096):
                shown += piece
        except OSError:
            pass  # how a terminal says that its other side is closed
        os.close(master)
        self.assertEqual(0, process.wait(timeout=300))
        self.assertIn(b"a second", shown)
        self.assertNotIn(b"a second", shown[shown.rindex(b"\x1b[K"):], "the bar must be wiped out at the end")


class Manual(ProgramTest):
    def test_exit_codes_are_those_of_the_help(self):
        page = (SOURCE / "docs" / "samgak.1").read_text("utf-8").replace("\\-", "-")
        rows = re.findall(r"^  (\d)  (.+)$", self.run_program("--help").stdout.decode(), re.MULTILINE)
        self.assertEqual(9, len(rows))
        for code, meaning in rows:
            self.assertIn(f".TP\n.B {code}\n{meaning}\n", page)

    def test_every_command_and_option_is_in_the_manual(self):
        page = (SOURCE / "docs" / "samgak.1").read_text("utf-8").replace("\\-", "-")
        commands = re.findall(r"^  (\w+)  ", self.run_program("--help").stdout.decode().split("Commands:")[1], re.MULTILINE)
        self.assertIn("build", commands)
        for command in commands:
            if command.isdigit():
                continue
            self.assertIn(f"samgak {command}", page)
            for option in re.findall(r"(--[a-z][a-z-]+)", self.run_program(command, "--help").stdout.decode()):
                if option != "--help":
                    self.assertIn(option, page, command)


if __name__ == "__main__":
    results.main()
