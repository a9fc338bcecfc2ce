"""The pages of docs/formats: one a format, with a table of what becomes what, that knows every name in the files."""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import results
from program import SEEDS, SOURCE, ProgramTest, json_lines

# How a format says the name of a key or column, and in which file of a folder.
NAMES = {
    "graphml": ("", r'attr\.name="([^"]*)"'),
    "gexf": ("", r'<attribute id="[^"]*" title="([^"]*)"'),
    "csv": ("nodes.csv edges.csv documents.csv", r"([^,\n]+)"),
    "neo4j-csv": ("nodes-header.csv relationships-header.csv", r"([^,\n]+)"),
    "jsonl": ("", r'"([A-Za-z_]+)":'),
    "jsonld": ("", r'"([a-zA-Z]+)":(?:\{|"samgak:)'),
    "turtle": ("", r"(samgak:[a-z][A-Za-z0-9]*|rdfs?:[a-z]+|skos:[a-zA-Z]+|prov:[a-zA-Z]+) "),
}


class FormatPages(ProgramTest):
    def setUp(self):
        super().setUp()
        self.run_program("build", *SEEDS, "-f", "jsonl", "--quiet")
        rows = json_lines((self.folder / "out" / "graph.jsonl").read_bytes())
        # Attributes, relations and types come from the data; the pages speak of them in general.
        self.general = {"date", "status"} | {row.get("label", "") for row in rows} | {label for row in rows for label in row.get("labels", [])}

    def page(self, name):
        return (SOURCE / "docs" / "formats" / f"{name}.md").read_text("utf-8")

    def test_each_format_has_a_page_with_a_mapping(self):
        (cards,) = json_lines(self.run_program("formats", "--json").stdout)
        for card in cards:
            page = self.page(card["name"])
            self.assertTrue(page.startswith("# "), card["name"])
            self.assertIn(f"(`{card['name']}`)", page.splitlines()[0])
            for heading in ("## Mapping", "## Losses", "## In its client", "## Tested"):
                self.assertIn(f"\n{heading}\n", page, card["name"])
            for element in ("node", "edge", "evidence"):
                self.assertRegex(page, rf"\n\| [^|]*{element}[^|]*\| [^|]", f"{card['name']}: what becomes of {element}")

    def head_of(self, name, files):
        out = self.folder / f"{name}.out"
        self.run_program("export", "out/graph.jsonl", "-f", name, "-o", out, "-q")
        if files:
            return "\n".join((out / file).read_text("utf-8").split("\n", 1)[0] for file in files.split())
        return out.read_text("utf-8")

    def test_the_pages_know_every_name_in_the_files(self):
        for name, (files, pattern) in NAMES.items():
            text = self.head_of(name, files)
            if name == "jsonld":
                text = text.split('"@graph"')[0]
            page = self.page(name)
            found = {re.sub(r"_conflicts$|^rdfs?:type$", "", re.sub(r":(string|long|double|date)(\[\])?$", "", key)) for key in re.findall(pattern, text)}
            wanted = {key for key in found if key and key.removeprefix("samgak:") not in self.general}
            self.assertGreater(len(wanted), 5, name)
            known = set(re.findall(r"[A-Za-z_:\[\]()]+", page))
            self.assertEqual(set(), {key for key in wanted if key not in known and f"{key}`" not in page
                                     and f"{key}:" not in page and f'"{key}"' not in page}, name)


if __name__ == "__main__":
    results.main()
