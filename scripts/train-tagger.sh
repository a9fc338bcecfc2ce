#!/usr/bin/env bash
# Trains the model of the name tagger, bit for bit as shipped, or measures it.
#
#   scripts/train-tagger.sh              writes ontology/models/names-ko.model and says whether it changed
#   scripts/train-tagger.sh --measure    five folds, scored on the news half, with and without the list of forms
#
# The data lies outside the project (CC BY-SA 4.0, see ontology/models/README.md): SAMGAK_SHARED, default ../shared.
set -euo pipefail
cd "$(dirname "$0")/.."
data=${SAMGAK_SHARED:-../shared}/data/korean-ner
build=build/train-tagger
trainer=${SAMGAK_TRAINER:-$build/bench/tagger/samgak_train_tagger}
model=ontology/models/names-ko.model
[ -f "$data/klue-ner.jsonl" ] || { echo "train-tagger: no $data/klue-ner.jsonl; set SAMGAK_SHARED" >&2; exit 1; }

if [ -z "${SAMGAK_TRAINER:-}" ]; then
  cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DSAMGAK_BENCH=ON -DSAMGAK_TESTS=OFF >/dev/null
  cmake --build "$build" --target samgak_train_tagger >/dev/null
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# measure NAME OPTIONS…: cross-validation; once all six types, once person, place and organisation alone.
measure() {
  local name=$1
  shift
  "$trainer" --data "$data" --folds 5 --out "$work/all.jsonl" "$@"
  python3 - "$work" <<'PYTHON'
import json, sys
with open(sys.argv[1] + "/all.jsonl") as rows, open(sys.argv[1] + "/names.jsonl", "w") as out:
    for row in map(json.loads, rows):
        row["mentions"] = [m for m in row["mentions"] if m["type"] in ("PS", "LC", "OG")]
        print(json.dumps(row), file=out)
PYTHON
  local types half
  for half in --news ""; do
    for types in all names; do
      echo "== $name, ${half:-both halves}, $types"
      python3 "$data/score_ner.py" "$data/klue-ner.jsonl" "$work/$types.jsonl" $half
    done
  done
}

if [ "${1:-}" = --measure ]; then
  measure "with the list of forms"
  measure "without it" --no-forms
  exit
fi
"$trainer" --data "$data" --out "$work/names-ko.model"
if cmp -s "$work/names-ko.model" "$model"; then
  echo "train-tagger: $model is what the data gives, bit for bit"
else
  cp "$work/names-ko.model" "$model"
  echo "train-tagger: $model is new; measure it (--measure), and bring README.md beside it up to date"
fi
