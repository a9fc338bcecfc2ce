"""samgak ontology: the vocabulary in the forms in which it is published."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as xml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import results
from browser import BrowserTest
from program import SOURCE, UNUSABLE, WRITE_FAILED, WRONG_CALL

SCHEMA = SOURCE / "ontology" / "schema"
PYTHON = pathlib.Path(os.environ.get("SAMGAK_JUDGE_PYTHON", SOURCE / "build" / "tools" / "venv" / "bin" / "python"))
SAME = """
import sys, rdflib, rdflib.compare
a, b = (rdflib.Graph().parse(sys.argv[1], format='turtle'), rdflib.Graph().parse(sys.argv[2], format='json-ld'))
print(len(a), len(b), rdflib.compare.isomorphic(a, b))
"""
HOSTILE = """
<https://w3id.org/samgak/ns#Evil> a owl:Class ; rdfs:label "</h3><script>alert(1)</script>"@en , "\\u001b[2J\\" \\\\ 나쁜"@ko ;
  skos:definition "<img src=x onerror=alert(1)> & more"@en ; rdfs:subClassOf <javascript:alert(1)> .
"""


class Publication(BrowserTest):
    def form(self, name, *arguments):
        return self.run_program("ontology", "-f", name, *arguments).stdout.decode()

    def hostile_folder(self):
        shutil.copytree(SCHEMA, self.folder / "mine" / "schema")
        with open(self.folder / "mine" / "schema" / "samgak.ttl", "a", encoding="utf-8") as file:
            file.write(HOSTILE)
        return "mine"

    def same_triples(self, turtle, jsonld):
        if not PYTHON.exists():
            self.skipTest(f"{PYTHON} with rdflib is not there")
        done = subprocess.run([PYTHON, "-c", SAME, turtle, jsonld], cwd=self.folder, capture_output=True, check=True, timeout=300)
        left, right, same = done.stdout.decode().split()
        self.assertEqual((left, "True"), (right, same))
        self.assertGreater(int(left), 500)

    def test_turtle_and_jsonld_have_the_same_triples(self):
        for folder in ([], ["--ontology", self.hostile_folder()]):
            self.write("a.ttl", self.form("turtle", *folder))
            self.write("a.jsonld", self.form("jsonld", *folder))
            self.same_triples("a.ttl", "a.jsonld")
        self.assertEqual((SCHEMA / "samgak.ttl").read_text("utf-8"), self.form("turtle"))

    def page(self, *arguments):
        """The page as a tree: it is well-formed XML too. Checks what every page must hold."""
        text = self.form("html", *arguments)
        self.assertTrue(text.startswith("<!DOCTYPE html>"))
        self.assertEqual(set(), set(re.findall(r"<([a-z0-9]+)[^<>]*/>", text)) - {"meta", "input"}, "only void elements may be empty")
        tree = xml.fromstring(text)
        names = {element.tag for element in tree.iter()}
        self.assertEqual(set(), names & {"script", "img", "link", "iframe", "object", "form"})
        ids = [element.get("id") for element in tree.iter() if element.get("id")]
        self.assertEqual(len(ids), len(set(ids)))
        for element in tree.iter():
            self.assertEqual([], [name for name in element.keys() if name.startswith("on") or name in ("src", "style")])
            address = element.get("href", "https://")
            self.assertTrue(address.startswith(("https://", "http://")) or address[1:] in ids, address)
        return tree

    def test_page_tells_of_every_term_in_both_languages(self):
        tree = self.page()
        sections = {element.get("id"): element for element in tree.iter("section")}
        turtle = (SCHEMA / "samgak.ttl").read_text("utf-8")
        terms = re.findall(r"^samgak:(\w+) a owl:", turtle, re.MULTILINE)
        self.assertGreater(len(terms), 50)
        self.assertEqual(set(terms), set(sections))
        for term in terms:
            for language in ("ko", "en"):
                said = [e for e in sections[term].iter("p") if e.get("lang") == language]
                self.assertTrue(said and "".join(said[0].itertext()), f"{term} {language}")
        meeting = "".join(sections["Meeting"].itertext())
        for text in ("회의", "meeting", "会合", "schema:Event", "samgak:Entity"):
            self.assertIn(text, meeting)
        self.assertIn("abstract", "".join(sections["Actor"].itertext()))
        self.assertIn("0.2.0", "".join(tree.itertext()))

    def test_counts_of_use(self):
        self.write("a.txt")
        self.run_program("build", "a.txt", "-f", "jsonl", "-q")
        graph = (self.folder / "out" / "graph.jsonl").read_text("utf-8")
        edges = graph.count('"label":"cooperatesWith"')
        self.assertGreater(edges, 0)
        sections = {e.get("id"): "".join(e.itertext()) for e in self.page("--data", "out/graph.jsonl").iter("section")}
        self.assertIn(f"0 nodes, {edges} edges", sections["cooperatesWith"])
        self.assertIn("0 nodes, 0 edges", sections["followsUp"])
        self.assertIn(f"{graph.count(chr(34) + 'labels' + chr(34) + ':[' + chr(34) + 'Meeting' + chr(34) + '],' + chr(34) + 'properties')} nodes",
                      sections["Meeting"])

    def test_hostile_and_deprecated_terms(self):
        folder = self.hostile_folder()
        tree = self.page("--ontology", folder)
        (evil,) = [e for e in tree.iter("section") if e.get("id") == "Evil"]
        self.assertIn("<script>alert(1)</script>", "".join(evil.itertext()))
        with open(self.folder / folder / "schema" / "samgak.ttl", "a", encoding="utf-8") as file:
            file.write("samgak:Evil owl:deprecated true ; dcterms:isReplacedBy samgak:Meeting .\n")
        (evil,) = [e for e in self.page("--ontology", folder).iter("section") if e.get("id") == "Evil"]
        self.assertIn("deprecated", "".join(evil.itertext()))
        self.assertIn("#Meeting", [a.get("href") for a in evil.iter("a")])

    def test_diagram_is_drawn(self):
        for folder in ([], ["--ontology", self.hostile_folder()]):
            dot = self.form("dot", *folder)
            done = subprocess.run(["dot", "-Tsvg"], input=dot.encode(), capture_output=True, check=False, timeout=120)
            self.assertEqual((0, b""), (done.returncode, done.stderr))
            drawn = "".join(xml.fromstring(done.stdout).itertext())
            for text in ("회의", "meeting", "legend", "attended"):
                self.assertIn(text, drawn)

    def test_folder_has_what_negotiation_leads_to(self):
        self.run_program("ontology", "-o", "site")
        files = self.files("site")
        for name in ("index.html", "samgak.ttl", "samgak.jsonld", "samgak.dot", "CHANGELOG.md", "0.2.0/samgak.ttl"):
            self.assertIn(name, files)
        rules = re.findall(r"^RewriteRule \S+ https://HOST/samgak/(\S+)", (self.folder / "site/.htaccess").read_text("utf-8"), re.MULTILINE)
        self.assertGreater(len(rules), 6)
        for target in rules:
            modules = ("alignments", "shapes", "shapes-sparql") if target == "$1.ttl" else ("0.2.0",)
            for module in modules:
                self.assertIn(target.replace("$1", module), files)
        self.run_program("ontology", "-o", "again")
        for name in files:
            self.assertEqual((self.folder / "site" / name).read_bytes(), (self.folder / "again" / name).read_bytes(), name)
        self.run_program("ontology", "-f", "dot", "-o", "one")
        self.assertNotIn("index.html", self.files("one"))

    def test_page_in_a_browser(self):
        self.write("a.txt")
        self.run_program("build", "a.txt", "-f", "jsonl", "-q")
        self.run_program("ontology", "-o", "site", "--data", "out/graph.jsonl")
        self.browse("vocabulary.mjs", "site/index.html")
        site = self.folder / "site"
        self.assertEqual((site / "index.html").read_bytes(), (site / "0.2.0" / "index.html").read_bytes())
        # A page by itself has nothing beside it.
        self.assertNotIn("samgak.jsonld", self.form("html"))

    def test_faults_of_the_call(self):
        self.write("file")
        for arguments, code in (((), WRONG_CALL), (("-f", "pdf"), WRONG_CALL), (("-f", "dot,html"), WRONG_CALL),
                                (("-f", "html", "--ontology", "none"), UNUSABLE), (("-f", "html", "--data", "none"), UNUSABLE),
                                (("-o", "file/under"), WRITE_FAILED)):
            self.run_program("ontology", *arguments, expect=code)


if __name__ == "__main__":
    results.main()
