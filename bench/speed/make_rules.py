#!/usr/bin/env python3
"""Writes a folder to lay over the ontology that has many more relation frames.

    make_rules.py FOLDER [--times N] [--seed S]

With FOLDER laid over it, the ontology has N times its frames. Each new one has the slots, conditions and edges of a real
frame, and triggers of its own: words made of the syllables of real triggers, so that they begin like real words.
The same arguments give the same bytes.
"""
import argparse
import pathlib
import random
import re

RULES = pathlib.Path(__file__).resolve().parents[2] / "ontology" / "rules"


def frames():
    """The text of each frame, without its examples."""
    for path in sorted(RULES.glob("*.yaml")):
        for frame in re.split(r"(?m)^(?=- id: )", path.read_text("utf-8"))[1:]:
            yield re.split(r"(?m)^  (?:yes|no):$", frame)[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--seed", type=int, default=42)
    arguments = parser.parse_args()

    real = list(frames())
    named, triggers = {}, []  # a list may bear a name, by which later frames refer to it
    for frame in real:
        name, refers, words = re.search(r"(?m)^  trigger: (?:&(\w+) )?(?:\*(\w+)|\[(.*)\])$", frame).groups()
        triggers.append(named[refers] if refers else words.split(","))
        named[name] = triggers[-1]
    syllables = re.findall("[가-힣]", "".join(word for words in triggers for word in words))
    rng = random.Random(arguments.seed)
    out = []
    for number in range(1, arguments.times):
        for frame, words in zip(real, triggers):
            made = ", ".join("".join(rng.choices(syllables, k=rng.randint(2, 4))) for _ in words)
            frame = re.sub(r"(?m)^  trigger: .*$", f"  trigger: [{made}]", frame)
            out.append(frame.replace("- id: ", f"- id: made{number}.", 1))
    (arguments.folder / "rules").mkdir(parents=True, exist_ok=True)
    (arguments.folder / "rules" / "made.yaml").write_text("".join(out), "utf-8")
    print(f"{len(out)} frames")


if __name__ == "__main__":
    main()
