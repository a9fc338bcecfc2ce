"""samgak diff: two graphs, two ontologies, four reports, exit codes."""
import html.parser
import json
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import results
from program import ARTICLE, FINDINGS, SOURCE, UNUSABLE, WRITE_FAILED, WRONG_CALL, ProgramTest

MORE = "이날 한국과 캐나다는 배터리 분야에서 협력하기로 했다.\n"
SCHEMA = SOURCE / "ontology" / "schema"


class Tags(html.parser.HTMLParser):
    """Names of all elements, and everything that a browser would fetch or run."""
    def __init__(self):
        super().__init__()
        self.names, self.active = set(), []

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.active += [(tag, name) for name, _ in attrs if name in ("src", "srcset", "data") or name.startswith("on")]


class Diff(ProgramTest):
    def diff(self, *arguments, expect=FINDINGS):
        return self.run_program("diff", *arguments, expect=expect).stdout.decode()

    def graphs(self):
        self.write("a.txt")
        self.run_program("build", "a.txt", "-o", "old", "-f", "jsonl", "-q")
        self.write("a.txt", ARTICLE + MORE)
        self.run_program("build", "a.txt", "-o", "new", "-f", "jsonl", "-q")
        return "old/graph.jsonl", "new/graph.jsonl"

    def ontology(self, *changes):
        """A copy of the ontology's data with some texts replaced in its vocabulary."""
        shutil.copytree(SCHEMA, self.folder / "new" / "schema")
        shutil.copytree(SOURCE / "ontology" / "gazetteer", self.folder / "new" / "gazetteer")
        path = self.folder / "new" / "schema" / "samgak.ttl"
        text = path.read_text("utf-8")
        for old, new in changes:
            self.assertIn(old, text)
            text = text.replace(old, new, 1)
        path.write_text(text, "utf-8")
        return str(SOURCE / "ontology"), "new"

    def test_graphs_in_every_report(self):
        old, new = self.graphs()
        self.assertEqual("0 added, 0 removed, 0 changed\n", self.diff(old, old, expect=0))
        report = json.loads(self.diff(old, new, "-f", "json"))
        added = [c["id"] for c in report["changes"] if (c["what"], c["kind"]) == ("statement", "added")]
        self.assertIn("state/CA cooperatesWith state/KR", added)
        text = self.diff(old, new)
        self.assertIn("+ statement 대한민국", text)
        self.assertEqual(sum(report["counts"].values()), sum(line[:2] in ("+ ", "- ", "~ ") for line in text.splitlines()))
        counts = "{added} added, {removed} removed, {changed} changed".format(**report["counts"])
        for form in ("text", "markdown", "html"):
            self.assertIn(counts, self.diff(old, new, "-f", form))
        back = json.loads(self.diff(new, old, "-f", "json"))
        self.assertEqual((report["counts"]["added"], report["counts"]["removed"]),
                         (back["counts"]["removed"], back["counts"]["added"]))
        self.assertIn("more", self.diff(old, new, "-n", "1"))

    def test_label_changes_are_one_line_each_and_patch(self):
        old, new = self.ontology(('"회의"@ko', '"모임"@ko'))
        self.assertEqual("~ class 모임 / meeting (samgak:Meeting)  rdfs:label@ko: 회의 → 모임  patch\n"
                         "0 added, 0 removed, 1 changed\n"
                         "Version: a patch change; 0.2.0 → at least 0.2.1, declared is 0.2.0: too low.\n", self.diff(old, new))

    def test_effect_on_the_data(self):
        graph = self.graphs()[1]
        shutil.rmtree(self.folder / "new" / "schema", ignore_errors=True)
        shutil.move(self.folder / graph, self.folder / "data.jsonl")
        shutil.rmtree(self.folder / "new")
        old, new = self.ontology(
            ("samgak:allowedSubject samgak:Country , samgak:Ministry , samgak:Organization ;\n"
             "  samgak:allowedObject samgak:Technology ;\n  owl:inverseOf samgak:cooperationFieldOf",
             "samgak:allowedSubject samgak:Ministry , samgak:Organization ;\n"
             "  samgak:allowedObject samgak:Technology ;\n  owl:inverseOf samgak:cooperationFieldOf"),
            ("  owl:inverseOf samgak:cooperatesOn ;\n", ""), ("  owl:inverseOf samgak:cooperationFieldOf ;\n", ""))
        edges = [json.loads(line) for line in (self.folder / "data.jsonl").read_text("utf-8").splitlines()]
        fields = [e for e in edges if e.get("label") == "cooperatesOn"]
        self.assertGreater(len(fields), 0)
        report = json.loads(self.diff(old, new, "--data", "data.jsonl", "-f", "json"))
        (narrowed,) = [c for c in report["changes"] if c.get("field") == "samgak:allowedSubject"]
        self.assertEqual({"nodes": 0, "edges": len(fields), "lost": len(fields), "gained": 0}, narrowed["effect"])
        self.assertEqual("major", narrowed["step"])
        self.assertEqual([{"relation": "cooperationFieldOf", "lost": len(fields), "gained": 0}], report["entailments"])
        self.assertEqual(("major", "0.3.0", False), tuple(report["version"][k] for k in ("step", "wanted", "enough")))

    def test_rows_of_the_gazetteer(self):
        old, new = self.ontology()
        file = self.folder / "new" / "gazetteer" / "places.tsv"
        rows = file.read_text("utf-8").splitlines(keepends=True)
        gone = rows.pop(next(i for i, row in enumerate(rows) if not row.startswith("#") and row.strip()))
        file.write_text("".join(rows), "utf-8")
        self.assertIn("- entry ", self.diff(old, new))
        self.assertIn(gone.split("\t")[0], self.diff(old, new))

    def test_blank_nodes_have_no_names(self):
        self.write("a.ttl", "@prefix : <http://x/> . :a :b _:one . _:one :c _:two . _:two :d _:one .")
        self.write("b.ttl", "@prefix : <http://x/> . _:q :d _:p . :a :b _:p . _:p :c _:q .")
        self.assertIn("0 added, 0 removed, 0 changed", self.diff("a.ttl", "b.ttl", expect=0))

    def test_exit_codes_for_ci(self):
        old, new = self.ontology(('"회의"@ko', '"모임"@ko'))
        for fail_on, code in (("any", FINDINGS), ("minor", 0), ("major", 0), ("version", FINDINGS)):
            self.diff(old, new, "--fail-on", fail_on, expect=code)
        self.diff(old, old, expect=0)
        graph = self.write("g.jsonl", "")
        for arguments, code in (((old, str(graph)), WRONG_CALL), ((str(graph), str(graph), "--fail-on", "major"), WRONG_CALL),
                                ((str(graph), str(graph), "--data", "x"), WRONG_CALL), ((old, new, "-f", "pdf"), WRONG_CALL),
                                ((old, "none.ttl"), UNUSABLE), ((old, new, "-o", "no/such/file"), WRITE_FAILED)):
            self.diff(*arguments, expect=code)

    def test_hostile_texts_stay_texts(self):
        self.write("a.ttl", "<http://x/a> <http://x/b> 'old' .")
        self.write("b.ttl", "<http://x/a> <http://x/b> \"</td><script>alert(1)</script>|<img src=x>\\u001b[2J\\n# `x`\" .")
        page = self.diff("a.ttl", "b.ttl", "-f", "html")
        tags = Tags()
        tags.feed(page)
        self.assertEqual((set(), []), (tags.names & {"script", "img", "link", "iframe"}, tags.active))
        for form in ("text", "markdown", "html"):
            self.assertNotIn("\x1b", self.diff("a.ttl", "b.ttl", "-f", form))
        (row,) = [line for line in self.diff("a.ttl", "b.ttl", "-f", "markdown").splitlines() if "script" in line]
        self.assertNotIn("<", row)
        self.assertEqual(5, row.replace("\\|", "").count("|"))

    def test_same_bytes_each_time(self):
        old, new = self.ontology(('"회의"@ko', '"모임"@ko'), ("samgak:Ministry owl:disjointWith samgak:Organization .", ""))
        for form in ("text", "markdown", "html", "json"):
            self.diff(old, new, "-f", form, "-o", f"a.{form}")
            self.assertEqual((self.folder / f"a.{form}").read_text("utf-8"), self.diff(old, new, "-f", form))


if __name__ == "__main__":
    results.main()
