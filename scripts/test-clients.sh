#!/usr/bin/env bash
# Lets the real readers of the formats read the graph of seeds/: NetworkX, igraph, rdflib, oxigraph, jsonld.js, Graphviz.
# Called by scripts/test.sh, which installs them and sets SAMGAK, SAMGAK_PYTHON and SAMGAK_NODE_PATH.
set -euo pipefail
cd "$(dirname "$0")/.."
samgak=${SAMGAK:-build/release/cli/samgak}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$samgak" build seeds -o "$folder" -f jsonl,graphml,jsonld,nquads,turtle,dot --quiet
dot -Tcanon "$folder/graph.dot" >"$folder/canon.dot" 2>"$folder/dot.log"
[ ! -s "$folder/dot.log" ] || { cat "$folder/dot.log"; echo "Graphviz had something to say"; exit 1; }
"${SAMGAK_PYTHON:-python3}" tests/clients/check_formats.py "$folder"
