"""Files: odd names, odd kinds, files that appear whole or not at all."""
import json
import os
import pathlib
import signal
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import results
from program import ARTICLE, DONE, PROGRAM, SKIPPED, UNUSABLE, ProgramTest, json_lines

HOSTILE_NAMES = (b"plain.txt", b"\x1b]52;c;aGk=\x07.txt", b"red\x1b[31m.txt", b"line\nbreak.txt", b"quote\"'&<>.txt",
                 "뒤집힘\u202etxt.exe.txt".encode(), b"latin\xe9.txt", b"percent%s%n.txt", b"-j.txt", b"a;b|c.txt",
                 "한글 이름.txt".encode(), b"csi\xc2\x9b31m.txt")


class Files(ProgramTest):
    def names_in_graph(self):
        docs = set()
        for row in json_lines((self.folder / "out" / "graph.jsonl").read_bytes()):
            docs.update(row["properties"].get("docs", ()))
        return docs

    def test_hostile_file_names_reach_no_terminal(self):
        (self.folder / "in").mkdir()
        for name in HOSTILE_NAMES:
            with open(os.path.join(os.fsencode(self.folder), b"in", name), "wb") as file:
                file.write(ARTICLE.encode())
        (self.folder / "in" / "bad\x1b[31m.txt").write_bytes(b"\0" * 100)
        done = self.run_program("build", "in", "--verbose", expect=SKIPPED)
        shown = [done.stdout, done.stderr, self.run_program("stats", "out/graph.jsonl").stdout,
                 self.run_program("explain", "out/graph.jsonl", "미국", "--all").stdout]
        for text in shown:
            text = text.decode()
            for bad in "\x1b\x07\x9b\u202e\r":
                self.assertNotIn(bad, text)
        self.assertIn("bad\\x1b[31m.txt", done.stderr.decode())
        self.assertEqual(len(HOSTILE_NAMES), len(self.names_in_graph()))
        self.assertIn("latin\\xe9.txt", self.names_in_graph())

    def test_files_of_one_name_in_two_folders_stay_apart(self):
        self.write("x/news.txt")
        self.write("y/news.txt", ARTICLE.replace("미국", "일본"))
        self.write("y/other.txt")
        self.run_program("build", "x", "y")
        self.assertEqual({"x/news.txt", "y/news.txt", "other.txt"}, self.names_in_graph())

    def test_documents_of_one_id_are_not_mixed_up(self):
        row = json.dumps({"id": "same", "text": ARTICLE}, ensure_ascii=False)
        self.write("in.jsonl", f"{row}\n{row}\n")
        done = self.run_program("build", "in.jsonl", expect=SKIPPED)
        self.assertIn("[repeated-name]", done.stderr.decode())
        self.assertIn(b"1 document read, 1 skipped", done.stdout)

    def test_unreadable_file(self):
        self.write("in/good.txt")
        secret = self.write("in/secret.txt")
        secret.chmod(0)
        if os.access(secret, os.R_OK):
            self.skipTest("this user may read everything")
        self.assertIn("secret.txt", self.run_program("build", "in", expect=SKIPPED).stderr.decode())

    def test_a_pipe_among_the_documents_does_not_block(self):
        self.write("in/good.txt")
        os.mkfifo(self.folder / "in" / "pipe.txt")
        done = self.run_program("build", "in", "--verbose")
        self.assertIn("pipe.txt", done.stderr.decode())

    def test_standard_input(self):
        done = subprocess.run([PROGRAM, "build", "-", "--quiet"], cwd=self.folder, input=ARTICLE.encode(), check=False,
                              stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(DONE, done.returncode, done.stderr)
        self.assertEqual({"-"}, self.names_in_graph())
        graph = (self.folder / "out" / "graph.jsonl").read_bytes()
        again = subprocess.run([PROGRAM, "export", "-", "-f", "jsonl"], input=graph, stdout=subprocess.PIPE, check=True,
                               timeout=60)
        self.assertEqual(graph, again.stdout)

    def test_a_link_is_followed_and_stays_a_link(self):
        self.write("a.txt")
        self.run_program("build", "a.txt")
        self.write("elsewhere/graph.dot", "old")
        (self.folder / "link.dot").symlink_to("elsewhere/graph.dot")
        self.run_program("export", "out/graph.jsonl", "-f", "dot", "-o", "link.dot")
        self.assertTrue((self.folder / "link.dot").is_symlink())
        self.assertEqual((self.folder / "out" / "graph.dot").read_bytes(),
                         (self.folder / "elsewhere" / "graph.dot").read_bytes())
        self.assertEqual(["graph.dot"], self.files("elsewhere"))

    def test_leftovers_of_a_killed_run_go(self):
        self.write("a.txt")
        self.write("out/.graph.jsonl.4711.part", "torn")
        self.write("out/mine.txt", "kept")
        self.run_program("build", "a.txt")
        self.assertEqual(["graph.dot", "graph.graphml", "graph.jsonl", "graph.jsonld", "mine.txt"], self.files("out"))

    def test_full_disk_keeps_the_old_files(self):
        """Every write to a regular file fails beyond a size, as on a full disk: the limit takes the disk's part."""
        self.write("a.txt")
        self.run_program("build", "a.txt")
        before = {name: (self.folder / "out" / name).read_bytes() for name in self.files("out")}
        self.write("b.jsonl", "".join(json.dumps({"id": f"{i}", "text": ARTICLE}, ensure_ascii=False) + "\n"
                                      for i in range(300)))
        # SIGXFSZ is ignored so that write(2) reports EFBIG, which is a failed write like any other.
        shell = f"trap '' XFSZ; ulimit -f 8; exec '{PROGRAM}' build a.txt b.jsonl --quiet"
        done = subprocess.run(["bash", "-c", shell], cwd=self.folder, stderr=subprocess.PIPE, check=False, timeout=120)
        self.assertEqual(7, done.returncode, done.stderr.decode())
        self.assertEqual(before, {name: (self.folder / "out" / name).read_bytes() for name in self.files("out")})

    def interrupted(self, number, arguments):
        """Starts a run that waits for standard input, sends the signal, returns the exit code."""
        with subprocess.Popen([PROGRAM, *arguments], cwd=self.folder, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL) as process:
            row = json.dumps({"id": "1", "text": ARTICLE}, ensure_ascii=False).encode() + b"\n"
            process.stdin.write(row)
            process.stdin.flush()
            deadline = time.monotonic() + 300
            while not (self.folder / "out" / ".samgak.lock").exists() and time.monotonic() < deadline:
                time.sleep(0.02)
            time.sleep(0.3)
            process.send_signal(number)
            return process.wait(timeout=300)

    def test_a_signal_leaves_nothing_half_written(self):
        self.write("a.txt")
        self.run_program("build", "a.txt")
        before = {name: (self.folder / "out" / name).read_bytes() for name in self.files("out")}
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(signal=number):
                self.assertEqual(-number, self.interrupted(number, ("build", "-", "-o", "out")))
                self.assertEqual(before, {name: (self.folder / "out" / name).read_bytes()
                                          for name in self.files("out")})

    def test_a_second_run_waits_for_nobody(self):
        """Of runs into one folder at once, each either does its work or says that the folder is taken."""
        for i in range(30):
            self.write(f"in/{i}.txt")
        runs = [subprocess.Popen([PROGRAM, "build", "in", "--quiet"], cwd=self.folder, stderr=subprocess.PIPE)
                for _ in range(6)]
        codes = []
        for run in runs:
            run.communicate(timeout=120)
            codes.append(run.returncode)
        self.assertLessEqual(set(codes), {0, 5})
        self.assertIn(0, codes)
        self.assertEqual(["graph.dot", "graph.graphml", "graph.jsonl", "graph.jsonld"], self.files("out"))


if __name__ == "__main__":
    results.main()
