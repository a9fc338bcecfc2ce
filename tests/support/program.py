"""Runs the real program in folders made for one test."""
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ.get("SAMGAK", "samgak")
SOURCE = pathlib.Path(os.environ.get("SAMGAK_SOURCE", pathlib.Path(__file__).resolve().parents[2]))
SEEDS = sorted(str(path) for path in (SOURCE / "seeds").glob("s[0-9]*"))

# Exit codes, as in samgak(1).
DONE, FINDINGS, WRONG_CALL, SKIPPED, UNUSABLE, LOCKED, DAMAGED, WRITE_FAILED, HELPER_FAILED = range(9)

ARTICLE = ("한국과 미국은 2024년 6월 26일 서울에서 제1차 한미 반도체 대화를 개최했다. "
           "양국은 반도체와 인공지능 분야에서 협력하기로 했다.\n")


class ProgramTest(unittest.TestCase):
    """Each test works in a folder of its own, `self.folder`, which is the working folder of the program too."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="samgak-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def run_program(self, *arguments, expect=DONE, **options):
        """The finished process; fails the test when the exit code is not `expect`."""
        options.setdefault("stdin", subprocess.DEVNULL)
        options.setdefault("stdout", subprocess.PIPE)
        options.setdefault("stderr", subprocess.PIPE)
        done = subprocess.run([PROGRAM, *arguments], cwd=self.folder, timeout=300, check=False, **options)
        self.assertEqual(expect, done.returncode, f"samgak {arguments}\n{(done.stderr or b'').decode()[-2000:]}")
        return done

    def write(self, name, text=ARTICLE):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def files(self, folder):
        """Names of all files in `folder`, hidden ones too."""
        return sorted(str(p.relative_to(self.folder / folder)) for p in (self.folder / folder).rglob("*") if p.is_file())


def digests(folder):
    """What every file in a folder and those below it holds, by its name from there."""
    files = sorted(path for path in pathlib.Path(folder).rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def json_lines(data):
    return [json.loads(line) for line in data.decode().splitlines()]


def graph_lines(data):
    """Nodes and edges of a graph in JSON Lines, without the lines of its sources."""
    return [row for row in json_lines(data) if row.get("labels") != ["Document"]]
