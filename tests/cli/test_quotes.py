"""Every edge has evidence, and every quote is what stands at its place: code points of the file as it lies on disk."""
import hashlib
import json
import pathlib
import re
import sys
import unicodedata
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import results
from program import ARTICLE, SEEDS, ProgramTest

ENGLISH = ("The Ministry of Foreign Affairs of Korea and the U.S. Department of State held the 3rd Korea-U.S. Economic "
           "Security Dialogue in Washington on March 2, 2031. They agreed to cooperate on semiconductors.\n")
EMOJI = "\U0001F1F0\U0001F1F7\U0001F91D\U0001F1FA\U0001F1F8 "  # flags of two code points each, a handshake
TEXTS = {
    "korean.txt": ARTICLE,
    "english.txt": ENGLISH,
    "emoji.txt": EMOJI + ARTICLE.replace(". ", f". {EMOJI}") + "\n" + EMOJI + ENGLISH,
    "decomposed.txt": unicodedata.normalize("NFD", ARTICLE),
    "lines.txt": ARTICLE.replace(". ", ".\r\n\r\n").replace("\n", "\r\n"),
    "marked.txt": "\ufeff" + ARTICLE,
}


def plain(text):
    """Quotes are in NFC, and one space stands for a break of line."""
    return " ".join(unicodedata.normalize("NFC", text).split())


class Quotes(ProgramTest):
    def passages(self, *sources):
        """Document, begin, end and words of every quote and mention."""
        self.run_program("build", *sources, "-o", "out", "-f", "jsonl", "-q")
        for line in (self.folder / "out" / "graph.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            edge = row["type"] == "relationship"
            kind = "evidence" if edge else "mention"
            words = row["properties"].get(kind, [])
            if edge:
                self.assertGreater(len(words), 0, row["id"])
            for i, text in enumerate(words):
                yield (*(row["properties"][kind + part][i] for part in ("Doc", "Begin", "End")), text)

    def test_code_points_of_the_file(self):
        for name, text in TEXTS.items():
            with self.subTest(name):
                self.write(name, text)
                found = list(self.passages(name))
                self.assertGreater(len(found), 10)
                for document, begin, end, words in found:
                    self.assertEqual(name, document)
                    self.assertEqual(plain(words), plain(text[begin:end]))
        # The same words, however they are written.
        self.write("korean.txt")
        self.write("decomposed.txt", TEXTS["decomposed.txt"])
        self.assertEqual({w for *_, w in self.passages("korean.txt")}, {w for *_, w in self.passages("decomposed.txt")})

    def test_checksums_are_those_of_the_files(self):
        record = {"id": "record 7", "text": ARTICLE}
        texts = dict(TEXTS, **{"korean.cp949.txt": ARTICLE.encode("cp949")})
        for name, text in texts.items():
            self.write(name, text)
        self.write("many.jsonl", json.dumps(record) + "\n")
        self.run_program("build", *texts, "many.jsonl", "-o", "out", "-f", "jsonl,nquads,turtle,trig,jsonld", "-q")
        wanted = {name: hashlib.sha256((self.folder / name).read_bytes()).hexdigest() for name in texts}
        wanted["record 7"] = hashlib.sha256(ARTICLE.encode()).hexdigest()
        rows = map(json.loads, (self.folder / "out" / "graph.jsonl").read_text("utf-8").splitlines())
        self.assertEqual(wanted, {row["properties"]["name"]: row["properties"]["sha256"]
                                  for row in rows if row.get("labels") == ["Document"]})
        iris = {f"https://w3id.org/samgak/id/document/{name.replace(' ', '%20')}": value for name, value in wanted.items()}
        found = re.findall(r"^<(.*)> <https://w3id.org/samgak/ns#sha256> \"(.*)\" \.$",
                           (self.folder / "out" / "graph.nq").read_text("utf-8"), re.MULTILINE)
        self.assertEqual(iris, dict(found))
        jsonld = json.loads((self.folder / "out" / "graph.jsonld").read_text("utf-8"))["@graph"]
        self.assertEqual({iri: [value] for iri, value in iris.items()},
                         {item["@id"]: item["sha256"] for item in jsonld if item["@type"] == ["Document"]})
        for name in ("graph.ttl", "graph.trig"):
            text = (self.folder / "out" / name).read_text("utf-8")
            for iri, value in iris.items():
                self.assertIn(f'<{iri}> a samgak:Document ;\n  samgak:sha256 "{value}" .', text)

    def test_every_seed(self):
        texts = {pathlib.Path(path).name: pathlib.Path(path).read_bytes().decode("utf-8") for path in SEEDS}
        plain_texts = [name for name in texts if name.endswith(".txt")]
        self.assertGreater(len(plain_texts), 3)
        seen = 0
        for document, begin, end, words in self.passages(*SEEDS):
            if document in plain_texts:
                self.assertEqual(plain(words), plain(texts[document][begin:end]), document)
                seen += 1
        self.assertGreater(seen, 300)


if __name__ == "__main__":
    results.main()
