"""Every row of the table of exit codes, and what is said with it."""
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import results
from program import (DONE, LOCKED, PROGRAM, SKIPPED, UNUSABLE, WRITE_FAILED, WRONG_CALL, ProgramTest, json_lines)

BINARY = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 2


class ExitCodes(ProgramTest):
    def test_wrong_calls(self):
        self.write("a.txt")
        for arguments, words in (
                ((), ""),
                (("bild", "a.txt"), "did you mean build"),
                (("build",), "PATH"),
                (("build", "a.txt", "--colour"), "--colour"),
                (("build", "a.txt", "-f", "grapml"), "did you mean graphml"),
                (("build", "a.txt", "-j", "0"), "1 to 256"),
                (("build", "a.txt", "-j", "many"), "many"),
                (("build", "a.txt", "--date", "2024-02-30"), "2024-02-30"),
                (("build", "a.txt", "--date", "2024"), "2024"),
                (("build", "a.txt", "--quiet", "--verbose"), "--verbose"),
                (("build", "a.txt", "--base", "javascript:x"), "https://"),
                (("build", "a.txt", "--base", "https://x.kr/" + 2000 * "a"), "more than 2000 bytes"),
                (("export", "a.jsonl"), "--format"),
                (("export", "a.jsonl", "-f", "exe"), "jsonl"),
        ):
            with self.subTest(arguments=arguments):
                said = self.run_program(*arguments, expect=WRONG_CALL).stderr.decode()
                self.assertTrue(said.startswith("samgak: error: "), said)
                self.assertEqual(1, said.count("\n"), said)
                self.assertIn(words, said)
        self.assertEqual(["a.txt"], self.files("."), "a wrong call must leave nothing behind")

    def test_unknown_format_lists_the_known_ones(self):
        self.write("a.txt")
        said = self.run_program("build", "a.txt", "-f", "xlsx", expect=WRONG_CALL).stderr.decode()
        for name in ("jsonl", "graphml", "dot", "jsonld"):
            self.assertIn(name, said)

    def test_help_and_version_are_no_errors(self):
        self.assertIn(b"Exit codes:", self.run_program("--help").stdout)
        self.assertIn(b"Exit codes:", self.run_program("build", "--help").stdout)
        self.assertRegex(self.run_program("--version").stdout, rb"^samgak \d+\.\d+\.\d+\n$")

    def test_one_bad_document_among_good_ones_is_skipped_and_named(self):
        self.write("in/good.txt")
        self.write("in/bad.txt", BINARY)
        done = self.run_program("build", "in", "--report", "report.jsonl", expect=SKIPPED)
        self.assertIn("bad.txt: error: skipped: ", done.stderr.decode())
        self.assertIn(b"1 document read, 1 skipped", done.stdout)
        (row,) = json_lines((self.folder / "report.jsonl").read_bytes())
        self.assertEqual(("bad.txt", "skipped", "binary"), (row["source"], row["kind"], row["code"]))
        self.assertIn("graph.jsonl", self.files("out"))

    def test_quiet_still_names_what_was_skipped(self):
        self.write("in/good.txt")
        self.write("in/bad.txt", BINARY)
        done = self.run_program("build", "in", "--quiet", expect=SKIPPED)
        self.assertEqual(b"", done.stdout)
        self.assertEqual(1, done.stderr.count(b"\n"))

    def test_strict_writes_nothing(self):
        self.write("in/good.txt")
        self.write("in/bad.txt", BINARY)
        self.run_program("build", "in", "--strict", expect=SKIPPED)
        self.assertEqual([], self.files("out"))

    def test_unusable_input(self):
        (self.folder / "empty").mkdir()
        self.write("bad.txt", BINARY)
        self.write("torn.jsonl", '{"type":"node","id":"x"\n')
        self.write("good.txt")
        self.write("overlay/gazetteer/states.tsv", "no\tsuch\tcolumns\n")
        for arguments in (("build", "nowhere"), ("build", "good.txt", "nowhere"), ("build", "empty"),
                          ("build", "bad.txt"), ("stats", "nowhere.jsonl"), ("stats", "empty"), ("stats", "torn.jsonl"),
                          ("export", "torn.jsonl", "-f", "dot"), ("explain", "nowhere.jsonl", "x"),
                          ("build", "good.txt", "--ontology", "nowhere"),
                          ("build", "good.txt", "--ontology", "overlay")):
            with self.subTest(arguments=arguments):
                said = self.run_program(*arguments, expect=UNUSABLE).stderr.decode()
                self.assertIn("samgak: error: ", said)
        self.assertEqual([], self.files("out") if (self.folder / "out").exists() else [])

    def test_message_about_a_torn_graph_names_the_line(self):
        self.write("torn.jsonl", '{"type":"node","id":"x"\n')
        self.assertIn("torn.jsonl:1: ", self.run_program("stats", "torn.jsonl", expect=UNUSABLE).stderr.decode())

    def test_locked_folder(self):
        import fcntl
        self.write("a.txt")
        (self.folder / "out").mkdir()
        with open(self.folder / "out" / ".samgak.lock", "w", encoding="ascii") as lock:
            lock.write("4711\n")
            lock.flush()
            fcntl.flock(lock, fcntl.LOCK_EX)
            said = self.run_program("build", "a.txt", expect=LOCKED).stderr.decode()
            self.assertIn("4711", said)
        # A lock that nobody holds any more is no lock, and nothing of it stays.
        self.run_program("build", "a.txt")
        self.assertNotIn(".samgak.lock", self.files("out"))

    def test_failed_writes(self):
        self.write("a.txt")
        self.write("file", "not a folder")
        self.run_program("build", "a.txt", "-o", "file", expect=WRITE_FAILED)
        self.run_program("build", "a.txt", "-o", "/proc/samgak", expect=WRITE_FAILED)
        self.run_program("build", "a.txt")
        self.run_program("export", "out/graph.jsonl", "-f", "dot", "-o", "nowhere/graph.dot", expect=WRITE_FAILED)
        (self.folder / "folder").mkdir()
        self.run_program("export", "out/graph.jsonl", "-f", "dot", "-o", "folder", expect=WRITE_FAILED)
        with open("/dev/full", "wb") as full:
            for arguments in (("export", "out/graph.jsonl", "-f", "dot"), ("stats", "out/graph.jsonl"), ("formats",),
                              ("mentions", "a.txt"), ("build", "a.txt", "--json"), ("--help",)):
                with self.subTest(arguments=arguments):
                    said = self.run_program(*arguments, expect=WRITE_FAILED, stdout=full).stderr.decode()
                    self.assertIn("No space left on device", said)
        self.run_program("export", "out/graph.jsonl", "-f", "dot", "-o", "/dev/full", expect=WRITE_FAILED)

    def test_closed_standard_output(self):
        self.write("a.txt")
        self.run_program("build", "a.txt")
        done = subprocess.run(["sh", "-c", f"'{PROGRAM}' stats out/graph.jsonl >&-"], cwd=self.folder,
                              stderr=subprocess.PIPE, check=False, timeout=60)
        self.assertEqual(WRITE_FAILED, done.returncode, done.stderr)

    def test_nothing_is_printed_beside_json(self):
        self.write("a.txt")
        (summary,) = json_lines(self.run_program("build", "a.txt", "--json").stdout)
        self.assertEqual((1, 0), (summary["documents"], summary["skipped"]))
        self.assertEqual(["jsonl", "graphml", "dot", "jsonld"], [f["format"] for f in summary["files"]])
        for row in summary["files"]:
            self.assertEqual((self.folder / row["path"]).stat().st_size, row["bytes"])


if __name__ == "__main__":
    results.main()
