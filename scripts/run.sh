#!/usr/bin/env bash
# Builds Samgak and makes a knowledge graph of the sample documents, or of the ones you name:
#
#   scripts/run.sh [PATH…]
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
bash "$root/scripts/install-dependencies.sh"

documents=("$@")
[ ${#documents[@]} -gt 0 ] || documents=("$root"/seeds/s[0-9]*)
out=$PWD/out

log=$root/build/run.log
mkdir -p "$root/build"
echo "run: building (the compiler's words go to ${log#"$PWD"/})"
(
  cd "$root"
  launcher=()
  command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
  # Tests and benchmarks are for scripts/test.sh: here the program alone.
  cmake --preset release -DSAMGAK_BENCH=OFF -DSAMGAK_TESTS=OFF -B build/run "${launcher[@]}" && cmake --build build/run
) >"$log" 2>&1 || { tail -n 40 "$log" >&2; echo "run: the build failed" >&2; exit 1; }

samgak=$root/build/run/cli/samgak
status=0
"$samgak" build "${documents[@]}" -o "$out" || status=$?
# 3 says that some documents were skipped; the graph of the others is there.
[ "$status" = 0 ] || [ "$status" = 3 ] || exit "$status"

# A picture that takes longer than a minute is none to look at; without Graphviz there is none.
if "$samgak" render "$out/graph.jsonl" -o "$out/graph.svg" --connected --time 60 --quiet 2>"$root/build/render.log"; then
  echo "A picture of it: $out/graph.svg"
fi
cat <<TXT

What next:
  $samgak stats $out/graph.jsonl             what is in it
  $samgak explain $out/graph.jsonl 대한민국    why something is in it, with the words that say so
  $samgak formats                            what else it can be written as
  $samgak build YOUR-FOLDER -o YOUR-OUTPUT   your own documents
Gephi opens graph.graphml, Neo4j takes graph.jsonl (apoc.import.json), RDF tools read graph.jsonld.
TXT
exit "$status"
