"""A server that speaks as much of Neo4j's Query API, version 2, as a loader uses, and keeps what it is given."""
import base64
import http.server
import json
import re
import threading

NODE = re.compile(r"^UNWIND \$rows AS row MERGE \(n:Entity \{uid: row\.uid\}\) SET n \+= row\.p, "
                  r"n\.dateFrom = date\(row\.from\), n\.dateTo = date\(row\.to\)(?:, n:(\w+))? RETURN count\(n\)$")
EDGE = re.compile(r"^UNWIND \$rows AS row MATCH \(a:Entity \{uid: row\.s\}\) MATCH \(b:Entity \{uid: row\.o\}\) "
                  r"MERGE \(a\)-\[r:(\w+) \{uid: row\.uid\}\]->\(b\) "
                  r"SET r \+= row\.p, r\.dateFrom = date\(row\.from\), r\.dateTo = date\(row\.to\) RETURN count\(r\)$")
SCHEMA = re.compile(r"^CREATE (CONSTRAINT|INDEX) \w+ IF NOT EXISTS FOR ")


class FakeNeo4j:
    """`answers` are given first, in turn: (status, body) or None to close the connection without one."""

    def __init__(self, user="neo4j", password="비밀 «1»", answers=()):
        self.nodes, self.edges, self.schema, self.batches, self.paths = {}, {}, [], [], []
        self.answers = list(answers)
        self.secret = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode() if user else None
        fake = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                fake.paths.append(self.path)
                if fake.answers:
                    answer = fake.answers.pop(0)
                    if answer is None:
                        self.close_connection = True
                        return
                    return self.answer(*answer)
                if self.headers.get("Authorization") != fake.secret:
                    return self.answer(401, {"errors": [{"code": "Neo.ClientError.Security.Unauthorized",
                                                         "message": "Invalid credential."}]})
                self.answer(202, fake.run(json.loads(body)))

            def answer(self, status, body):
                data = body if isinstance(body, bytes) else json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def run(self, request):
        statement = request["statement"]
        if SCHEMA.match(statement):
            self.schema.append(statement)
            return {"data": {"fields": [], "values": []}, "counters": {}}
        rows = request["parameters"]["rows"]
        self.batches.append(len(rows))
        created = {"nodesCreated": 0, "relationshipsCreated": 0}
        for row in rows:
            days = {"dateFrom": row.get("from"), "dateTo": row.get("to")}
            if match := NODE.match(statement):
                created["nodesCreated"] += row["uid"] not in self.nodes
                self.nodes[row["uid"]] = (match[1], row["p"], days)
            elif match := EDGE.match(statement):
                assert row["s"] in self.nodes and row["o"] in self.nodes
                key = (row["s"], match[1], row["uid"], row["o"])
                created["relationshipsCreated"] += key not in self.edges
                self.edges[key] = (row["p"], days)
            else:
                return {"errors": [{"code": "Neo.ClientError.Statement.SyntaxError", "message": statement}]}
        return {"data": {"fields": ["n"], "values": [[len(rows)]]}, "counters": created}
