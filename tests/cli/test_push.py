"""Loading a Neo4j by its Query API: the protocol, against a server that is ours (tests/clients has the real one)."""
import os
import pathlib
import pty
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import results
from fake_neo4j import FakeNeo4j
from program import HELPER_FAILED, PROGRAM, SEEDS, UNUSABLE, WRONG_CALL, ProgramTest, graph_lines

PASSWORD = "비밀 «1»"
TRANSIENT = (202, {"errors": [{"code": "Neo.TransientError.Transaction.DeadlockDetected", "message": "again"}]})


class Push(ProgramTest):
    def setUp(self):
        super().setUp()
        self.run_program("build", *SEEDS, "-f", "jsonl", "--quiet")
        rows = graph_lines((self.folder / "out" / "graph.jsonl").read_bytes())
        self.nodes = {row["id"]: row for row in rows if row["type"] == "node"}
        self.edges = {row["id"]: row for row in rows if row["type"] == "relationship"}

    def fake(self, **options):
        server = FakeNeo4j(password=PASSWORD, **options)
        self.addCleanup(server.close)
        return server

    def push(self, server, *options, password=PASSWORD, **more):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("NEO4J_") and not k.lower().endswith("_proxy")}
        if password is not None:
            environment["NEO4J_PASSWORD"] = password
        url = server if isinstance(server, str) else server.url
        return self.run_program("push", "neo4j", url, "out/graph.jsonl", *options, env=environment, **more)

    def test_everything_arrives(self):
        server = self.fake()
        done = self.push(server, "--batch", "50", "--database", "news.kr")
        self.assertEqual({"/db/news.kr/query/v2"}, set(server.paths))
        self.assertEqual(set(self.nodes), set(server.nodes))
        for uid, (label, p, days) in server.nodes.items():
            node = self.nodes[uid]
            self.assertEqual(node["labels"][0], label)
            for key in ("name", "name_en", "name_ja", "aliases", "wikidata", "docs", "date", "status"):
                self.assertEqual(node["properties"].get(key) or None, p.get(key) or None, (uid, key))
            self.assertEqual((days["dateFrom"] or "9999")[:len(p.get("date", ""))] if days["dateFrom"] else "",
                             p.get("date", "") if days["dateFrom"] else "")
        self.assertEqual(set(self.edges), {uid for _, _, uid, _ in server.edges})
        for (start, label, uid, end), (p, _) in server.edges.items():
            edge = self.edges[uid]
            self.assertEqual((edge["start"]["id"], edge["label"], edge["end"]["id"]), (start, label, end))
            for key in ("status", "confidence", "evidence", "evidenceDoc", "evidenceBegin", "evidenceEnd", "rule", "docs"):
                self.assertEqual(edge["properties"][key], p[key])
        self.assertLessEqual(max(server.batches), 50)
        self.assertEqual(len(self.nodes) + len(self.edges), sum(server.batches))
        self.assertTrue(any("REQUIRE n.uid IS UNIQUE" in s for s in server.schema))
        self.assertIn(f"{len(self.nodes)} nodes and {len(self.edges)} relationships are new there".encode(), done.stdout)
        self.assertIn(b"mentions of nodes", done.stderr)

    def test_twice_changes_nothing(self):
        server = self.fake()
        self.push(server)
        before = (dict(server.nodes), dict(server.edges))
        self.assertIn(b"0 nodes and 0 relationships are new there", self.push(server).stdout)
        self.assertEqual(before, (server.nodes, server.edges))

    def test_a_part_only(self):
        server = self.fake()
        self.push(server, "--types", "Person,Meeting", "--quiet")
        self.assertEqual({"Person", "Meeting"}, {label for label, _, _ in server.nodes.values()})

    def test_what_may_work_later_is_tried_again(self):
        server = self.fake(answers=[None, (503, b"busy"), TRANSIENT])
        done = self.push(server, "--focus", "서울")
        self.assertEqual(3, done.stderr.count(b"trying again"))
        self.assertGreater(len(server.nodes), 1)

    def test_retries_end(self):
        server = self.fake(answers=[TRANSIENT] * 3)
        done = self.push(server, "--retries", "2", expect=HELPER_FAILED)
        self.assertIn(b"DeadlockDetected: again (given up after 3 attempts)", done.stderr)

    def test_refusals_are_told_and_not_repeated(self):
        for answer, said in (((400, {"errors": [{"code": "Neo.ClientError.Database.DatabaseNotFound",
                                                 "message": "no \x1b[31mred\x1b[0m"}]}), b"DatabaseNotFound: no "),
                             ((404, b"<html>"), b"no Query API"),
                             ((302, b""), b"HTTP status 302"),
                             ((200, b"[1]"), b"does not answer as Neo4j does"),
                             ((200, b"{" * 100000), b"does not answer as Neo4j does")):
            server = self.fake(answers=[answer])
            done = self.push(server, expect=HELPER_FAILED)
            self.assertIn(said, done.stderr)
            self.assertNotIn(b"\x1b", done.stderr)
            self.assertEqual(1, len(server.paths))

    def test_wrong_password(self):
        done = self.push(self.fake(), password="falsch", expect=HELPER_FAILED)
        self.assertIn("does not accept user «neo4j»".encode(), done.stderr)
        self.assertNotIn(b"falsch", done.stderr)

    def test_nobody_answers(self):
        server = self.fake()
        server.close()
        done = self.push(server, "--retries", "0", expect=HELPER_FAILED)
        self.assertIn(server.url.encode(), done.stderr)

    def test_rows_that_did_not_arrive(self):
        schema = [(202, {"data": {"fields": [], "values": []}})] * 30
        server = self.fake(answers=schema + [(202, {"data": {"fields": ["n"], "values": [[0]]}})] * 9)
        self.assertIn(b"the server took 0 of", self.push(server, expect=HELPER_FAILED).stderr)

    def test_wrong_calls(self):
        for url, said in (("bolt://localhost:7687", "http://HOST:7474"), ("localhost:7474", "http://"),
                          ("http://neo4j:geheim@localhost:7474", "NEO4J_PASSWORD"),
                          ("http://localhost:7474/db/neo4j", "--database"), ("file:///etc/passwd", "http://")):
            done = self.push(url, expect=WRONG_CALL)
            self.assertIn(said, done.stderr.decode())
            self.assertNotIn(b"geheim", done.stderr)
        self.push("http://localhost:1", "--database", "../x", expect=WRONG_CALL)
        self.push("http://localhost:1", "--batch", "10001", expect=WRONG_CALL)
        done = self.push("http://localhost:1", password=None, expect=WRONG_CALL, start_new_session=True)
        self.assertIn(b"set NEO4J_PASSWORD", done.stderr)
        self.run_program("push", "neo4j", "http://localhost:1", "missing.jsonl", "--no-auth", expect=UNUSABLE)

    def test_without_credentials(self):
        server = self.fake(user=None)
        self.push(server, "--no-auth", "--quiet", "--focus", "서울")
        self.assertGreater(len(server.nodes), 1)

    def test_prompt_without_echo_and_progress(self):
        server = self.fake()
        environment = {k: v for k, v in os.environ.items() if not k.startswith("NEO4J_")}
        pid, terminal = pty.fork()
        if pid == 0:
            os.chdir(self.folder)
            os.execve(PROGRAM, [PROGRAM, "push", "neo4j", server.url, "out/graph.jsonl", "--batch", "5"], environment)
        shown = b""
        while b"Password of neo4j" not in shown:
            shown += os.read(terminal, 4096)
        time.sleep(0.2)
        os.write(terminal, PASSWORD.encode() + b"\n")
        try:
            while piece := os.read(terminal, 4096):
                shown += piece
        except OSError:
            pass  # how a terminal says that its other side is closed
        os.close(terminal)
        self.assertEqual(0, os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown.decode())
        self.assertNotIn(PASSWORD.encode(), shown)
        self.assertIn(b" rows (", shown)
        self.assertEqual(set(self.nodes), set(server.nodes))


if __name__ == "__main__":
    results.main()
