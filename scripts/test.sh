#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test. Exits non-zero when anything fails.
#
#   scripts/test.sh                          build and tests of the dev preset, data and client tests
#   SAMGAK_SANITIZERS=1 scripts/test.sh      the same, then the unit tests under ASan+UBSan and TSan (always on CI)
#   SAMGAK_INSTRUCTIONS=1 scripts/test.sh    the same, then the machine instructions of the hot paths (always on CI)
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
started=$SECONDS
bash scripts/install-dependencies.sh --tests || { echo "test: installing what is missing failed" >&2; exit 1; }

failed=()
passed_cases=0
failed_cases=0
skipped_cases=0
launcher=()
command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
jobs=$(nproc)
# The judges that install-dependencies.sh put there come before what else the machine has.
export SAMGAK_PYTHON=$PWD/build/tools/venv/bin/python SAMGAK_NODE_PATH=$PWD/build/tools/node/node_modules

# stage NAME COMMAND…: runs it, keeps its output in build/NAME.log, shows the end of it only when it fails.
stage() {
  local name=$1 before=$SECONDS
  shift
  if "$@" >"build/$name.log" 2>&1; then
    echo "test: $name: passed ($((SECONDS - before)) s)"
  else
    failed+=("$name")
    echo "test: $name: FAILED ($((SECONDS - before)) s); the end of build/$name.log:"
    tail -n 60 "build/$name.log"
    return 1
  fi
}

# count PRESET: adds up the cases of every program that ran.
count() {
  local run bad skipped
  read -r run bad skipped < <(python3 scripts/count-tests.py "build/$1/test-results")
  passed_cases=$((passed_cases + run - bad - skipped))
  failed_cases=$((failed_cases + bad))
  skipped_cases=$((skipped_cases + skipped))
}

# preset NAME CTEST-ARGUMENTS…: configures, builds and tests one preset.
preset() {
  local name=$1
  shift
  rm -rf "build/$name/test-results"
  stage "$name-configure" cmake --preset "$name" "${launcher[@]}" || return
  stage "$name-build" cmake --build --preset "$name" || return
  stage "$name-test" ctest --preset "$name" -j "$jobs" "$@"
  count "$name"
}

preset dev

for suite in tests/ontology_schema/run.sh scripts/test-clients.sh; do
  [ -f "$suite" ] || continue
  name=$(basename "$(dirname "$suite")")-$(basename "$suite" .sh)
  SAMGAK=$PWD/build/dev/cli/samgak stage "$name" bash "$suite"
  # Each says in its last line how many checks passed, failed and, it may be, were skipped.
  read -r good _ bad _ skipped _ < <(grep -E '^[0-9]+ passed, [0-9]+ failed' "build/$name.log" | tail -n 1)
  passed_cases=$((passed_cases + ${good:-0}))
  failed_cases=$((failed_cases + ${bad:-1}))
  skipped_cases=$((skipped_cases + ${skipped:-0}))
done

if [ "${SAMGAK_SANITIZERS:-${CI:+1}}" = 1 ]; then
  # Unoptimised checks of threads need a machine that lets ThreadSanitizer lay out memory as it likes.
  export ASAN_OPTIONS=detect_stack_use_after_return=1 UBSAN_OPTIONS=print_stacktrace=1 TSAN_OPTIONS=halt_on_error=1
  preset asan -L 'unit|property|golden'
  preset tsan -L 'unit|property|golden'
fi

# More than 5 % above bench/speed/instructions.tsv fails; who meant it updates the table and says why in CHANGELOG.md.
if [ "${SAMGAK_INSTRUCTIONS:-${CI:+1}}" = 1 ]; then
  if stage instructions bash bench/speed/instructions.sh; then
    passed_cases=$((passed_cases + 1))
  else
    failed_cases=$((failed_cases + 1))
  fi
fi

echo
echo "test: $((SECONDS - started)) s in all"
[ ${#failed[@]} -eq 0 ] || echo "test: failed: ${failed[*]}"
# A stage that could not even be built has no cases to count, and must show all the same.
[ ${#failed[@]} -eq 0 ] || [ "$failed_cases" -gt 0 ] || failed_cases=${#failed[@]}
echo "$passed_cases passed, $failed_cases failed, $skipped_cases skipped"
[ ${#failed[@]} -eq 0 ] && [ "$passed_cases" -gt 0 ]
