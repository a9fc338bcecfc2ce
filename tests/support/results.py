"""Runs a unittest module and writes how it went in the XML form that GoogleTest uses, so that all tests add up."""
import pathlib
import sys
import unittest
from xml.sax.saxutils import quoteattr


def main():
    """`--results FILE` writes the counts there; every other argument goes to unittest."""
    argv, target = list(sys.argv), None
    if "--results" in argv:
        at = argv.index("--results")
        target = pathlib.Path(argv[at + 1])
        del argv[at:at + 2]
    outcome = unittest.main(module="__main__", argv=argv, exit=False, verbosity=1).result
    bad = len(outcome.failures) + len(outcome.errors) + len(outcome.unexpectedSuccesses)
    if target:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f'<testsuites name={quoteattr(target.stem)} tests="{outcome.testsRun}" failures="{bad}" '
                          f'skipped="{len(outcome.skipped)}"/>\n', "utf-8")
    sys.exit(bool(bad) or outcome.testsRun == 0)
