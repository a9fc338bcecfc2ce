"""count-tests.py FOLDER: prints how many test cases ran, failed and were skipped, by the XML files in FOLDER."""
import pathlib
import sys
import xml.etree.ElementTree as ET

run = failed = skipped = 0
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.xml")):
    root = ET.parse(path).getroot()
    run += int(root.get("tests", 0))
    failed += int(root.get("failures", 0)) + int(root.get("errors", 0))
    # GoogleTest 1.12 counts skipped cases a suite at a time.
    skipped += int(root.get("skipped") or sum(int(s.get("skipped", 0)) for s in root.iter("testsuite")))
print(run, failed, skipped)
