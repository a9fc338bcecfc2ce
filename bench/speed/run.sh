#!/usr/bin/env bash
# Speed of Samgak on this machine, everything in one run.
#
#   bench/speed/run.sh            a graph of 20,000 nodes and 100,000 edges, a corpus of 20 MB
#   bench/speed/run.sh --full     the graph of 200,000 and 1,000,000, a corpus of 100 MB
#
# 1. Exporters beside Boost's, RapidJSON's and serd's writers: medians of five alternating rounds into /dev/null.
# 2. `samgak build` as a whole process: documents and MB a second by shape of source, threads, with and without the
#    tagger, and the same corpus at half the size, which shows whether cost grows in step.
# Prints the page of results and keeps it in build/speed.md.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"

nodes=20000 edges=100000 megabytes=20 repetitions=5
case ${1:-} in
  --full) nodes=200000 edges=1000000 megabytes=100 ;;
  "") ;;
  *) echo "run.sh: unknown argument «$1»; there is --full" >&2; exit 2 ;;
esac

bash scripts/install-dependencies.sh --tests
launcher=()
command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
build=${SAMGAK_BENCH_BUILD:-build/release}
if [ -z "${SAMGAK_BENCH_BUILD:-}" ]; then
  cmake --preset release -DSAMGAK_TESTS=OFF -DSAMGAK_WERROR=OFF "${launcher[@]}" >/dev/null
  cmake --build "$build" --target samgak samgak_bench_exporters >/dev/null
fi
samgak=$build/cli/samgak

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p build

# Both halves land in $work; report.py makes the page of them.
"$build/bench/samgak_bench_exporters" --nodes=$nodes --edges=$edges --benchmark_repetitions=$repetitions \
  --benchmark_enable_random_interleaving=true --benchmark_format=json >"$work/exporters.json" 2>/dev/null

for shape in post page scraped release lines; do
  python3 bench/speed/make_corpus.py "$work/$shape" --megabytes $((megabytes / 5)) --shapes $shape >"$work/$shape.size"
done
python3 bench/speed/make_corpus.py "$work/all" --megabytes "$megabytes" >"$work/all.size"
python3 bench/speed/make_corpus.py "$work/half" --megabytes "$(python3 -c "print($megabytes / 2)")" >"$work/half.size"

python3 bench/speed/report.py "$samgak" "$work" | tee build/speed.md
