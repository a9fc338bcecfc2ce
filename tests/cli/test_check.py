"""samgak check, ontology lint and --infer, on a graph that is built from two small articles."""
import json
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import results
from program import ARTICLE, FINDINGS, SOURCE, UNUSABLE, WRONG_CALL, ProgramTest, json_lines

MINISTER = "홍길동 산업통상자원부 장관은 2025년 3월 10일 서울에서 열린 제1차 한미 반도체 대화에 참석했다.\n"


class Check(ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("a.txt")
        self.write("b.txt", MINISTER)
        self.run_program("build", "a.txt", "b.txt", "-f", "jsonl,nquads", "--quiet")

    def check(self, *arguments, **options):
        return self.run_program("check", "out/graph.jsonl", *arguments, **options).stdout.decode()

    def test_reports_say_the_same_in_each_format(self):
        report = json.loads(self.check("-f", "json"))
        findings = report["findings"]
        self.assertTrue(findings)
        for severity in ("violation", "warning", "info"):
            self.assertEqual(sum(f["severity"] == severity for f in findings), report["counts"][severity])
        turtle = self.check("-f", "shacl")
        self.assertEqual(len(findings), turtle.count("a sh:ValidationResult"))
        korean, english = self.check("--lang", "ko", "-n", "100000"), self.check("-n", "100000")
        for finding in findings:
            self.assertIn(finding["message"]["ko"], korean)
            self.assertIn(finding["message"]["en"], english)
            self.assertIn(finding["label"], korean)
        self.assertEqual(turtle, self.check("-f", "shacl"), "two runs, one report")

    def test_rdf_and_json_lines_give_the_same_findings(self):
        def rows(text):
            return [(f["shape"], f["focus"], f.get("path"), f.get("value"), f["component"]) for f in json.loads(text)["findings"]]
        rdf = self.run_program("check", "out/graph.nq", "-f", "json").stdout.decode()
        self.assertEqual(rows(self.check("-f", "json")), rows(rdf))

    def test_quotes_are_in_the_documents(self):
        quoted = 0
        for finding in json.loads(self.check("-f", "json"))["findings"]:
            for quote in finding["quotes"]:
                text = (self.folder / quote["document"]).read_text("utf-8")
                self.assertEqual(quote["text"], text[quote["begin"]:quote["end"]])
                quoted += 1
        self.assertGreater(quoted, 0)

    def test_exit_code_by_severity(self):
        self.check("--fail-on", "info", expect=FINDINGS)
        rows = (self.folder / "out" / "graph.jsonl").read_text("utf-8")
        (self.folder / "bad.jsonl").write_text(rows.replace('["Ministry"]', '["Place"]'), "utf-8")
        said = self.run_program("check", "bad.jsonl", expect=FINDINGS).stdout.decode()
        self.assertIn("violation: ", said)
        self.run_program("check", "bad.jsonl", "--fail-on", "never", expect=WRONG_CALL)
        self.run_program("check", "nowhere.ttl", expect=UNUSABLE)

    def test_inferred_edges_are_marked_left_out_of_checks_and_explained(self):
        self.run_program("export", "out/graph.jsonl", "-f", "jsonl", "--infer", "-o", "more.jsonl", "--quiet")
        told = [r for r in json_lines((self.folder / "out" / "graph.jsonl").read_bytes()) if r["type"] == "relationship"]
        rows = [r for r in json_lines((self.folder / "more.jsonl").read_bytes()) if r["type"] == "relationship"]
        inferred = [r for r in rows if all(rule.startswith("infer.") for rule in r["properties"]["rule"])]
        self.assertEqual(len(told), len(rows) - len(inferred))
        self.assertIn("hasAttendee", {r["label"] for r in inferred})
        self.assertEqual(self.check("-f", "json"), self.run_program("check", "more.jsonl", "-f", "json").stdout.decode())
        edge = inferred[0]
        said = self.run_program("explain", "more.jsonl", edge["id"]).stdout.decode()
        self.assertIn("inferred", said)
        self.assertIn(edge["properties"]["evidence"][0], said)
        # Its premises are named so that one can go on asking.
        for name in re.findall(r"premise +(e[0-9a-f]{16})  ", said):
            self.assertIn(name, {r["id"] for r in rows})
        self.assertRegex(said, r"premise +e[0-9a-f]{16}  \S")
        self.run_program("build", "a.txt", "b.txt", "-o", "again", "-f", "jsonl", "--infer", "--quiet")
        self.assertEqual((self.folder / "more.jsonl").read_bytes(), (self.folder / "again" / "graph.jsonl").read_bytes())

    def test_lint_tells_faults_and_fails_on_errors(self):
        self.run_program("ontology", "lint")
        listed = self.run_program("ontology", "lint", "--list").stdout.decode()
        self.assertIn("missing_label", listed)
        self.assertIn("P19", listed)
        text = (SOURCE / "ontology" / "schema" / "samgak.ttl").read_text("utf-8")
        self.write("broken.ttl", text.replace('rdfs:label "국가"@ko , "country"@en , "国家"@ja ;', ""))
        (finding, *_) = json.loads(self.run_program("ontology", "lint", "broken.ttl", "-f", "json", expect=FINDINGS).stdout)
        self.assertEqual(("ERROR", "missing_label", "https://w3id.org/samgak/ns#Country"),
                         (finding["level"], finding["id"], finding["subject"]))
        self.run_program("ontology", expect=WRONG_CALL)
        self.write("torn.ttl", "<a> <b>")
        self.assertIn("torn.ttl:1: ", self.run_program("ontology", "lint", "torn.ttl", expect=UNUSABLE).stderr.decode())


if __name__ == "__main__":
    results.main()
