"""`samgak review`: the page, its comparison, the decisions that are read back, and the page in a real browser."""
import json
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program
import results
from browser import BrowserTest

HOSTILE = ["</script><script>window.hurt=true</script>", "<img src=x onerror='window.hurt=true'>", "<!--<script>",
           "javascript:window.hurt=true", "\" onmouseover=\"window.hurt=true", "{{script}}", "\u202etxt", "__proto__", "constructor"]


def line(**members):
    return json.dumps(members, ensure_ascii=False) + "\n"


def node(identity, name, kind="Organization"):
    return line(type="node", id=identity, labels=[kind], properties={
        "name": name, "aliases": [name + "!"], "mention": [name], "mentionDoc": [name], "mentionBegin": [3], "mentionEnd": [9],
        "mentionReason": ["test"]})


def edge(number, start, end, label, quote, document, date=""):
    properties = {"evidence": [quote], "evidenceDoc": [document], "evidenceBegin": [number * 40], "evidenceEnd": [number * 40 + 30],
                  "rule": ["test.rule"], "bindings": [""], "evidenceStatus": ["held"], "evidenceConfidence": [0.9]}
    if date:
        properties["date"] = date
    return line(type="relationship", id=f"e{number}", label=label, start={"id": start}, end={"id": end}, properties=properties)


def hostile_graph():
    nodes = [node(f"org/{i}", text, text if i == 0 else "Organization") for i, text in enumerate(HOSTILE)]
    edges = [edge(i, f"org/{i}", f"org/{(i + 1) % len(HOSTILE)}", text if i < 2 else "partOf", text, text, text)
             for i, text in enumerate(HOSTILE)]
    return "".join(nodes + edges)


def large_graph(statements):
    """As many statements as wanted, two to a quote, with names and quotes of usual length."""
    nodes = statements // 5
    lines = [line(type="node", id=f"meeting/{i}", labels=["Meeting"], properties={
        "name": f"제{i}차 한국과 어느 나라의 기술 협력 회의", "mention": [f"제{i}차 회의"] * 3, "mentionDoc": [f"{i % 4000}.txt"] * 3,
        "mentionBegin": [1, 90, 180], "mentionEnd": [8, 97, 187], "mentionReason": ["test"] * 3}) for i in range(nodes)]
    lines += [node(f"org/{i}", f"한국새이름연구원{i * 7919 % 100003}") for i in range(nodes)]
    for i in range(statements):
        quote = f"{i % 4000}번째 글은 제{i // 2}차 회의에 어느 기관이 나와 반도체와 배터리 기술의 보호를 위해 함께 일하기로 했다고 적었다."
        lines.append(edge(i, f"org/{i % nodes}", f"meeting/{i * 31 % nodes}", "attended" if i < nodes * 3 else "chaired", quote,
                          f"{i % 4000}.txt", f"2031-{1 + i % 12:02}-{1 + i % 28:02}"))
    return "".join(lines)


class Review(BrowserTest):
    def build(self):
        self.run_program("build", *program.SEEDS, "-o", "out", "-f", "jsonl", "-q")
        return "out/graph.jsonl"

    def block(self, page, name):
        text = (self.folder / page).read_text("utf-8")
        begin = text.index(f'id="data-{name}">') + len(f'id="data-{name}">')
        return json.loads(text[begin:text.index("</script>", begin)])

    def look(self, page):
        return json.loads(self.browse("look.mjs", page))

    def test_page_has_its_ten_parts_from_data(self):
        self.run_program("review", self.build(), "-o", "a.html")
        summary = self.block("a.html", "summary")
        for part in ("about", "classes", "relations", "taxonomy", "decisions"):
            self.assertIn(part, summary)
        self.assertEqual(summary["sizes"]["findings"], len(self.block("a.html", "findings")["rows"]))
        unmapped = self.block("a.html", "unmapped")
        self.assertEqual(summary["sizes"]["unmapped"], len(unmapped["nodes"]) + len(unmapped["words"]))
        for part in ("duplicates", "contradictions", "changes"):
            self.assertEqual(summary["sizes"][part], len(self.block("a.html", part)))
        self.assertTrue(summary["checked"])
        self.run_program("review", "out/graph.jsonl", "-o", "b.html")
        self.assertEqual((self.folder / "a.html").read_bytes(), (self.folder / "b.html").read_bytes())
        self.assertEqual((self.folder / "a.html").read_bytes(), self.run_program("review", "out/graph.jsonl", "-o", "-").stdout)

    def test_bodies_that_no_node_has(self):
        self.write("a.txt", "산업통상자원부 강도윤 첨단산업정책관은 2031년 3월 4일 서울에서 한빛양자연구원 서지완 원장, 새벽배터리산업협회 "
                            "노은채 회장과 만나 양자컴퓨팅 협력을 논의했다.\n\n외교부 탁한별 심의관은 가람우주항공재단과 함께 배터리 기술을 "
                            "보호하기로 했다고 밝혔다.\n")
        self.run_program("build", "a.txt", "-f", "jsonl", "-q")
        self.run_program("review", "out/graph.jsonl", "-o", "a.html")
        unmapped = self.block("a.html", "unmapped")
        words = {word["name"]: word["places"][0] for word in unmapped["words"]}
        self.assertEqual({"한빛양자연구원", "새벽배터리산업협회", "가람우주항공재단"}, set(words))
        for name, place in words.items():
            self.assertEqual(name, place["quote"][place["offset"]:place["offset"] + len(name)])
        self.assertLessEqual({"강도윤", "서지완", "노은채", "탁한별"}, {row["of"]["name"] for row in unmapped["nodes"]})

    def test_comparison_with_a_graph_and_an_ontology(self):
        graph = self.build()
        lines = (self.folder / graph).read_text("utf-8").splitlines(keepends=True)
        kept = [one for one in lines if json.loads(one)["type"] == "node" or json.loads(one)["label"] != "attended"]
        self.write("old.jsonl", "".join(kept))
        ontology = self.folder / "ontology"
        shutil.copytree(program.SOURCE / "ontology", ontology, ignore=shutil.ignore_patterns("*.cpp", "*.hpp"))
        schema = ontology / "schema" / "samgak.ttl"
        schema.write_text(schema.read_text("utf-8").replace('"회의"@ko', '"모임"@ko', 1), "utf-8")
        self.run_program("review", graph, "-o", "a.html", "--against", "old.jsonl", "--against", "ontology")
        summary = self.block("a.html", "summary")
        changes = self.block("a.html", "changes")
        added = [c for c in changes if c["what"] == "statement" and c["kind"] == "added"]
        self.assertEqual(len(lines) - len(kept), len(added))
        renamed = [c for c in changes if c["what"] == "class"]
        self.assertEqual([("samgak:Meeting", "rdfs:label@ko", "모임", "회의")], [(c["id"], c["field"], c["before"], c["after"]) for c in renamed])
        self.assertGreater(renamed[0]["effect"], 0)
        self.assertEqual("patch", summary["about"]["versionStep"])
        self.assertEqual(["old.jsonl", "ontology"], summary["about"]["against"])

    def test_what_was_inferred_stands_apart(self):
        self.run_program("review", self.build(), "-o", "plain.html")
        self.run_program("review", "out/graph.jsonl", "--infer", "-o", "asked.html")
        self.run_program("build", *program.SEEDS, "-o", "out", "-f", "jsonl", "-q", "--infer")
        self.run_program("review", "out/graph.jsonl", "-o", "inferred.html")
        self.assertEqual((self.folder / "asked.html").read_bytes(), (self.folder / "inferred.html").read_bytes())
        for name in ("findings", "unmapped", "duplicates", "contradictions", "changes", "graph"):
            self.assertEqual(self.block("plain.html", name), self.block("inferred.html", name))
        plain, summary = self.block("plain.html", "summary"), self.block("inferred.html", "summary")
        rows = summary.pop("inferred")
        self.assertEqual(plain, summary)
        block = self.block("inferred.html", "inferred")
        self.assertEqual(len(block["subject"]), sum(row["edges"] for row in rows))
        self.assertIn(("representedAt", "dated-chain"), {(row["relation"], row["rule"]) for row in rows})
        self.assertTrue(all(row["labels"]["ko"] and row["labels"]["en"] for row in rows))
        # Nothing follows from nothing.
        self.assertTrue(all(a < b for a, b in zip(block["first"], block["first"][1:])))

    def test_faults_of_the_call(self):
        graph = self.build()
        self.write("bad.json", "{}")
        for arguments, code in ((["review"], program.WRONG_CALL), (["review", "none.jsonl"], program.UNUSABLE),
                                (["review", graph, "--decisions", "none.json"], program.UNUSABLE),
                                (["review", graph, "--decisions", "bad.json"], program.UNUSABLE),
                                (["review", graph, "--texts", "none"], program.UNUSABLE),
                                (["review", graph, "--against", "none"], program.UNUSABLE),
                                (["review", graph, "-o", "no/such/folder.html"], program.WRITE_FAILED)):
            self.run_program(*arguments, expect=code)
        self.assertNotIn("review.html", self.files("."))

    def test_decisions_survive_the_way_out_and_back(self):
        graph = self.build()
        self.run_program("review", graph, "-o", "page.html", "--infer", "--texts", str(program.SOURCE / "seeds"))
        self.browse("walk.mjs", "page.html", str(self.folder))
        taken = json.loads((self.folder / "review-decisions.json").read_text("utf-8"))["decisions"]
        self.assertEqual(3, len(taken))
        for name in ("review-decisions.json", "review-decisions.csv", "review-decisions.ttl"):
            told = self.run_program("review", graph, "-o", "again.html", "--decisions", name).stderr.decode()
            self.assertIn("3 decisions: 1 accepted, 1 rejected, 1 with a comment only", told)
            back = self.block("again.html", "summary")["decisions"]
            self.assertEqual(taken, [{k: d[k] for k in taken[0]} for d in back])
            self.assertEqual([False] * 3, [d["stale"] for d in back])

    def test_decisions_of_another_graph_are_told(self):
        self.write("d.json", json.dumps({"decisions": [{"item": "node:gone", "label": "", "verdict": "accept"}]}))
        told = self.run_program("review", self.build(), "-o", "a.html", "--decisions", "d.json").stderr.decode()
        self.assertIn("not in this graph: node:gone", told)
        seen = self.look("a.html")
        self.assertEqual((1, 1), (len(seen["decisions"]), seen["stale"]))

    def test_hostile_texts_stay_texts(self):
        self.write("hostile.jsonl", hostile_graph())
        self.run_program("review", "hostile.jsonl", "-o", "a.html", "--against", "hostile.jsonl")
        seen = self.look("a.html")
        self.assertEqual([], seen["faults"])
        self.assertEqual((8, 0, False), (seen["scripts"], seen["images"], seen["hurt"]))

    def test_opens_at_once_with_fifty_thousand_statements(self):
        self.write("large.jsonl", large_graph(50000))
        self.run_program("review", "large.jsonl", "-o", "a.html")
        # Time of the page's thread until all ten parts are drawn: what the clock says depends on what else runs. Neighbours
        # of a core slow that down too, so a slow opening is given other chances.
        for _ in range(8):
            seen = self.look("a.html")
            self.assertEqual([], seen["faults"])
            if seen["busy"] < 2:
                break
        self.assertLess(seen["busy"], 2)
        print(f"50,000 statements: {(self.folder / 'a.html').stat().st_size >> 20} MiB, "
              f"{seen['busy']:.2f} s of work, first part after {seen['ready'] / 1000:.2f} s")

    def test_can_be_read_by_everybody(self):
        self.run_program("review", self.build(), "-o", "a.html")
        self.assertEqual([], json.loads(self.browse("access.mjs", "a.html")))

    def test_fits_a_phone(self):
        self.run_program("review", self.build(), "-o", "a.html")
        seen = self.look("a.html")
        self.assertEqual((False, False, []), (seen["wide"], seen["wideOnPhone"], seen["faults"]))


if __name__ == "__main__":
    results.main()
