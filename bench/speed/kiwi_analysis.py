"""kiwi_analysis.py CORPUS.jsonl: splits and tags every article by kiwipiepy, one thread, and keeps nothing."""
import json
import sys

from kiwipiepy import Kiwi


def main():
    kiwi = Kiwi(num_workers=1)
    with open(sys.argv[1], encoding="utf-8") as lines:
        tokens = sum(len(sentence.tokens) for line in lines
                     for sentence in kiwi.split_into_sents(json.loads(line)["text"], return_tokens=True))
    print(f"{tokens} morphemes")


if __name__ == "__main__":
    main()
