"""The same bytes for any number of threads, order of arguments, locale and time zone."""
import json
import os
import pathlib
import random
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import results
from program import ARTICLE, PROGRAM, SEEDS, ProgramTest, digests, json_lines

FORMATS = ("jsonl", "graphml", "gexf", "dot", "jsonld", "turtle", "nquads", "trig", "neo4j-csv", "cypher", "csv", "mermaid")
STATES = ("미국", "일본", "중국", "영국", "네덜란드", "인도", "호주", "캐나다")


def locales():
    return {line.strip().lower().replace("utf-8", "utf8")
            for line in subprocess.run(["locale", "-a"], stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()}


class Determinism(ProgramTest):
    def setUp(self):
        super().setUp()
        # Names on which byte order, Korean order and Turkish case disagree; a JSON Lines file that threads share.
        for i, name in enumerate(("I.txt", "i.txt", "İ.txt", "가.txt", "나.txt", "a b.txt", "_.md", "10.txt", "9.txt")):
            self.write(f"in/{name}", ARTICLE.replace("미국", STATES[i % len(STATES)]))
        self.write("in/many.jsonl", "".join(
            json.dumps({"id": f"post {i}", "date": "2024-06-26", "text": ARTICLE.replace("미국", STATES[i % 8])},
                       ensure_ascii=False) + "\n" for i in range(40)))
        self.inputs = [*SEEDS, "in"]
        self.expected = self.outputs(1, self.inputs)

    def outputs(self, threads, inputs, **environment):
        self.run_program("build", *inputs, "-o", "out", "-f", ",".join(FORMATS), "-j", str(threads), "--quiet", env={**os.environ, **environment})
        return digests(self.folder / "out")

    def test_there_is_something_to_compare(self):
        (cards,) = json_lines(self.run_program("formats", "--json").stdout)
        self.assertEqual(set(FORMATS), {card["name"] for card in cards})
        self.assertLessEqual({f"graph.{card['extension']}" if card["extension"] else f"{card['name']}/README.md" for card in cards}
                             - {"csv/README.md"}, set(self.expected))
        self.assertGreater((self.folder / "out" / "graph.jsonl").read_bytes().count(b'"relationship"'), 20)

    def test_threads(self):
        for threads in (1, 2, 3, 8, 32):
            with self.subTest(threads=threads):
                self.assertEqual(self.expected, self.outputs(threads, self.inputs))

    def test_without_a_network(self):
        without = ["unshare", "--user", "--map-root-user", "--net"]
        if subprocess.run([*without, "true"], stderr=subprocess.DEVNULL).returncode != 0:
            self.skipTest("this machine does not let a program leave the network")
        addresses = subprocess.run([*without, "cat", "/proc/net/if_inet6", "/proc/net/fib_trie"], stdout=subprocess.PIPE).stdout
        self.assertNotIn(b"host LOCAL", addresses, "there is still a network")
        done = subprocess.run([*without, PROGRAM, "build", *self.inputs, "-o", "out", "-f", ",".join(FORMATS), "--quiet"],
                              cwd=self.folder, stderr=subprocess.PIPE, timeout=300)
        self.assertEqual((0, b""), (done.returncode, done.stderr))
        self.assertEqual(self.expected, digests(self.folder / "out"))

    def test_order_of_arguments(self):
        for seed in range(3):
            inputs = list(self.inputs)
            random.Random(seed).shuffle(inputs)
            with self.subTest(seed=seed):
                self.assertEqual(self.expected, self.outputs(2, inputs))

    def test_locales_and_zones(self):
        there = locales()
        for locale in ("C", "C.UTF-8", "ko_KR.UTF-8", "tr_TR.UTF-8"):
            if locale.lower().replace("utf-8", "utf8") not in there:
                # A locale that is missing would pass in silence.
                self.fail(f"the locale {locale} is not installed: scripts/install-dependencies.sh --tests does it")
            with self.subTest(locale=locale):
                self.assertEqual(self.expected, self.outputs(2, self.inputs, LC_ALL=locale, LANG=locale))
        for zone in ("UTC", "Asia/Seoul", "America/St_Johns"):
            with self.subTest(zone=zone):
                self.assertEqual(self.expected, self.outputs(2, self.inputs, TZ=zone))

    def test_second_run_over_the_first(self):
        before = self.files(".")
        self.assertEqual(self.expected, self.outputs(2, self.inputs))
        self.assertEqual(before, self.files("."))

    def test_output_among_the_input_is_not_read(self):
        self.run_program("build", "in", "-o", "in/graph", "--quiet")
        first = digests(self.folder / "in" / "graph")
        self.run_program("build", "in", "-o", "in/graph", "--quiet")
        self.assertEqual(first, digests(self.folder / "in" / "graph"))

    def test_mentions(self):
        outputs = {self.run_program("mentions", *self.inputs, "-j", str(threads)).stdout for threads in (1, 2, 8)}
        self.assertEqual(1, len(outputs))

    def test_export_reads_back_what_build_wrote(self):
        for name, fmt in (("graph.jsonl", "jsonl"), ("graph.graphml", "graphml"), ("graph.dot", "dot"),
                          ("graph.jsonld", "jsonld")):
            with self.subTest(format=fmt):
                again = self.run_program("export", "out/graph.jsonl", "-f", fmt).stdout
                self.assertEqual((self.folder / "out" / name).read_bytes(), again)


if __name__ == "__main__":
    results.main()
