"""The house keeps its order: who may include whom, how long a file may be."""
import os
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import results

SOURCE = pathlib.Path(os.environ.get("SAMGAK_SOURCE", pathlib.Path(__file__).resolve().parents[2]))

# For each room the rooms that it may include from, itself aside. Siblings never see each other.
ALLOWED = {
    "text": set(),
    "ontology": {"text"},
    "graph": {"text", "ontology"},
    "reasoning": {"text", "ontology", "graph"},
    "readers": {"text", "ontology", "graph"},
    "extractors": {"text", "ontology", "graph"},
    "exporters": {"text", "ontology", "graph"},
    "checks": {"text", "ontology", "graph", "reasoning", "exporters"},
    "comparison": {"text", "ontology", "graph", "reasoning", "exporters"},
    "publication": {"text", "ontology", "graph", "exporters", "comparison"},
    "review": {"text", "ontology", "graph", "reasoning", "checks", "comparison"},
    "cli": {"text", "ontology", "graph", "reasoning", "readers", "extractors", "exporters", "checks", "comparison", "publication", "review"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)
MOST_LINES = 500
WANTED_LINES = 400


def wrong_includes(room, text):
    """Includes of `text`, a file of `room`, that the order of rooms forbids."""
    wrong = []
    for path in INCLUDE.findall(text):
        other, slash, _ = path.partition("/")
        if not slash or other not in ALLOWED or ".." in path:
            wrong.append(f'"{path}" is not a path from the root of the tree')
        elif other != room and other not in ALLOWED[room]:
            wrong.append(f'"{path}": {room} may not include from {other}')
    return wrong


def sources():
    for room in ALLOWED:
        for path in sorted((SOURCE / room).rglob("*")):
            if path.suffix in (".hpp", ".cpp"):
                yield room, path, path.read_text("utf-8")


class Rooms(unittest.TestCase):
    def test_scanner_sees_each_kind_of_fault(self):
        for room, line in (("text", '#include "graph/entity.hpp"'), ("readers", '# include "extractors/pipeline.hpp"'),
                           ("exporters", '  #include "readers/reader.hpp"'), ("graph", '#include "entity.hpp"'),
                           ("graph", '#include "../text/span.hpp"')):
            self.assertEqual(1, len(wrong_includes(room, line + "\n")), line)
        self.assertEqual([], wrong_includes("cli", '#include "exporters/registry.hpp"\n#include <vector>\n'))

    def test_every_room_has_sources(self):
        self.assertEqual(set(ALLOWED), {room for room, _, _ in sources()})

    def test_includes_follow_the_order_of_rooms(self):
        wrong = [f"{path.relative_to(SOURCE)}: {fault}"
                 for room, path, text in sources() for fault in wrong_includes(room, text)]
        self.assertEqual([], wrong)

    def test_headers_guard_themselves(self):
        self.assertEqual([], [str(path.relative_to(SOURCE)) for _, path, text in sources()
                              if path.suffix == ".hpp" and "#pragma once" not in text])

    def test_files_are_of_one_thing(self):
        counts = [(text.count("\n"), str(path.relative_to(SOURCE))) for _, path, text in sources()]
        for lines, path in sorted(counts, reverse=True):
            if lines > WANTED_LINES:
                print(f"note: {path} has {lines} lines; {WANTED_LINES} is what we want")
        self.assertEqual([], [f"{path} has {lines} lines" for lines, path in counts if lines > MOST_LINES])

    def test_no_regular_expressions_of_the_standard_library(self):
        self.assertEqual([], [str(path.relative_to(SOURCE)) for _, path, text in sources() if "#include <regex>" in text])


if __name__ == "__main__":
    results.main()
