#!/bin/sh
# Checks ontology/schema with pySHACL, Jena, rdf-validate-shacl, ROBOT (HermiT), Konclude and owlrl. The last line is
# `N passed, N failed`, or with a third number `N skipped`.
#
# Tools go to $SAMGAK_TOOLS (default build/tools) and nowhere else; what is there already is not fetched again.
# Konclude is taken from the PATH, the Node packages from where scripts/install-dependencies.sh put them. A tool that
# cannot be had makes its checks skipped, or failed when CI=true or SAMGAK_REQUIRE_TOOLS is set. Exit code: 0 when nothing
# failed, otherwise 1.
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
  if [ -n "${SAMGAK_REQUIRE_TOOLS:-}" ] || [ "${CI:-}" = true ]; then
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

# maven NAME POM JAR: sets $found to the folder $tools/NAME with what POM asks for, or to a dash; JAR shows that it is whole.
maven() {
  found=$tools/$1
  if ! ls "$found/$3"-[0-9]*.jar >/dev/null 2>&1 && command -v mvn >/dev/null; then
    mvn -q -B -f "$2" dependency:copy-dependencies -DoutputDirectory="$work/jars" >"$work/out" 2>&1 &&
      rm -rf "$found" && mv "$work/jars" "$found"
  fi
  if ! ls "$found/$3"-[0-9]*.jar >/dev/null 2>&1 || ! command -v java >/dev/null; then
    absent "$1" "needs java and mvn"
    found=-
  fi
}
maven robot "$here/pom.xml" robot-command
robot=$found

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
  maven jena "$root/tests/clients/java/jena/pom.xml" jena-shacl
  packages=${SAMGAK_NODE_PATH:-$root/build/tools/node/node_modules}
  if [ ! -e "$packages/rdf-validate-shacl" ] || ! command -v node >/dev/null; then
    absent rdf-validate-shacl "needs node, and scripts/install-dependencies.sh --tests"
    packages=-
  fi
  run check_agreement.py "$SAMGAK" "$root" "$work" "$found" "$packages"
  run check_technologies.py "$SAMGAK"
else
  absent samgak "SAMGAK does not name the program"
  closure=-
fi
run check_reasoning.py "$robot" "$konclude" "$foreign" "$work" "$closure"

passed=$(grep -c '^ok ' "$log")
failed=$(grep -c '^FAIL ' "$log")
if [ "$skipped" -gt 0 ]; then
  echo "$passed passed, $failed failed, $skipped skipped"
else
  echo "$passed passed, $failed failed"
fi
[ "$failed" -eq 0 ]
