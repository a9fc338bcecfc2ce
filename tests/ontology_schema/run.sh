#!/bin/sh
# Checks ontology/schema with pySHACL, ROBOT (HermiT), Konclude and owlrl. The last line is `N passed, N failed`.
#
# Tools go to $SAMGAK_TOOLS (default build/tools) and nowhere else; what is there already is not fetched again.
# Konclude is taken from the PATH (Debian: apt-get install konclude). A tool that cannot be had makes its checks
# skipped, or failed when SAMGAK_REQUIRE_TOOLS is set. Exit code: 0 when nothing failed, otherwise 1.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
tools=${SAMGAK_TOOLS:-$root/build/tools}
mkdir -p "$tools" || exit 1
tools=$(cd "$tools" && pwd)
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
log=$work/log
skipped=0
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE

absent() {
  if [ -n "${SAMGAK_REQUIRE_TOOLS:-}" ]; then
    echo "FAIL tools/$1: $2" | tee -a "$log"
  else
    echo "skip tools/$1: $2"
    skipped=$((skipped + 1))
  fi
}

python=$tools/python/bin/python
if ! "$python" -c 'import owlrl, pyshacl, rdflib' 2>/dev/null; then
  python3 -m venv "$tools/python" >"$work/out" 2>&1 &&
    "$tools/python/bin/pip" install --quiet -r "$here/requirements.txt" >>"$work/out" 2>&1
fi
if ! "$python" -c 'import owlrl, pyshacl, rdflib' 2>/dev/null; then
  cat "$work/out"
  echo "FAIL tools/python: no pySHACL"
  echo "0 passed, 1 failed"
  exit 1
fi

jars=$tools/robot
if ! ls "$jars"/robot-command-*.jar >/dev/null 2>&1 && command -v mvn >/dev/null; then
  mvn -q -B -f "$here/pom.xml" dependency:copy-dependencies -DoutputDirectory="$work/jars" >"$work/out" 2>&1 &&
    rm -rf "$jars" && mv "$work/jars" "$jars"
fi
if ! ls "$jars"/robot-command-*.jar >/dev/null 2>&1 || ! command -v java >/dev/null; then
  absent robot "needs java and mvn"
  jars=-
fi

vocabularies=$tools/vocabularies
if [ ! -e "$vocabularies/sem.nq" ] && command -v npm >/dev/null; then
  (cd "$work" && npm pack --silent @zazuko/rdf-vocabularies@2023.1.19 && mkdir -p "$vocabularies" &&
    for name in dcterms foaf oa org prov schema skos sem; do
      tar -xzf zazuko-rdf-vocabularies-*.tgz -O "package/ontologies/$name.nq" >"$vocabularies/$name.nq" || exit 1
    done) >"$work/out" 2>&1 || rm -f "$vocabularies/sem.nq"
fi
foreign=$work/foreign.ttl
if [ ! -e "$vocabularies/sem.nq" ]; then
  absent vocabularies "needs npm; without them no canary can be tried"
  foreign=-
fi

konclude=$(command -v Konclude || command -v konclude)
if [ -z "$konclude" ]; then
  absent konclude "not on the PATH"
  konclude=-
fi

run() {
  # A script that dies must not look like one that had nothing to say.
  script=$1
  shift
  "$python" "$here/$script" "$@" >"$work/part" 2>"$work/errors" || {
    tail -n 5 "$work/errors"
    echo "FAIL $script: ended early" >>"$work/part"
  }
  cat "$work/part"
  cat "$work/part" >>"$log"
}

run check_terms.py
run check_shapes.py
if [ "$foreign" != - ]; then
  run foreign_axioms.py "$vocabularies" "$foreign"
fi
# Samgak itself, where there is one that was built: scripts/test.sh names it.
if [ -n "${SAMGAK:-}" ]; then
  closure=$(dirname "$SAMGAK")/../tests/samgak_rdf_closure
  run check_agreement.py "$SAMGAK" "$root"
else
  absent samgak "SAMGAK does not name the program"
  closure=-
fi
run check_reasoning.py "$jars" "$konclude" "$foreign" "$work" "$closure"

passed=$(grep -c '^ok ' "$log")
failed=$(grep -c '^FAIL ' "$log")
if [ "$skipped" -gt 0 ]; then
  echo "$passed passed, $failed failed, $skipped skipped"
else
  echo "$passed passed, $failed failed"
fi
[ "$failed" -eq 0 ]
