#!/usr/bin/env bash
# Speed of Samgak on this machine beside others, everything in one run.
#
#   bench/speed/run.sh            200,000 nodes and 1,000,000 edges, a corpus of 50 MB: about half an hour
#   bench/speed/run.sh --quick    20,000 nodes and 100,000 edges, a corpus of 5 MB: about two minutes, after the build
#   bench/speed/run.sh --no-python …   without NetworkX, igraph, spaCy and kiwipiepy
#
# Installs what is missing, builds, makes the inputs (the same on every machine), and runs in alternating rounds: every
# exporter beside the writers of Boost, RapidJSON, serd, NetworkX and igraph; loading; `samgak build` as a whole program,
# with its own frames and with ten times as many, beside a pipeline of spaCy and NetworkX and beside kiwipiepy. The page
# of results goes to bench/results/.
# SAMGAK_BENCH_BUILD names a build folder that is ready already.
set -euo pipefail
cd "$(dirname "$0")/../.."

size=full nodes=200000 edges=1000000 megabytes=50 small=2 rounds=5 python=1
for argument in "$@"; do
  case $argument in
    --quick) size=quick nodes=20000 edges=100000 megabytes=5 small=0.3 rounds=3 ;;
    --no-python) python= ;;
    *) echo "run.sh: unknown argument «$argument»; there are --quick and --no-python" >&2; exit 2 ;;
  esac
done

bash scripts/install-dependencies.sh --tests
peers=()
if [ -n "$python" ]; then
  packages=(networkx==3.4.2 igraph==0.11.8 lxml==5.3.2 spacy==3.8.18 kiwipiepy==0.24.1)
  venv=build/tools/peers
  if [ "$(cat $venv/.samgak 2>/dev/null)" != "${packages[*]}" ]; then
    /usr/bin/python3 -m venv --clear $venv
    $venv/bin/pip install --quiet --disable-pip-version-check "${packages[@]}"
    echo "${packages[*]}" >$venv/.samgak
  fi
  peers=(--peers $venv/bin/python)
fi
build=$(bash bench/speed/build.sh samgak samgak_bench_exporters)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
corpus() { python3 bench/speed/make_corpus.py "$work/$1" --megabytes "$2" --shapes "$3" >"$work/$1.size"; }
for shape in post page scraped release lines; do
  corpus $shape "$(awk "BEGIN {print $megabytes / 5}")" $shape
done
corpus all "$megabytes" post,page,scraped,release,lines
corpus half "$(awk "BEGIN {print $megabytes / 2}")" post,page,scraped,release,lines
corpus small "$small" lines
python3 bench/speed/make_rules.py "$work/rules" --times 10 >/dev/null
if [ -n "$python" ]; then
  "$build/bench/samgak_bench_exporters" --nodes=20000 --edges=100000 --print=jsonl >"$work/small.jsonl"
fi

mkdir -p bench/results
page=bench/results/$size.md
python3 bench/speed/measure.py "$build/cli/samgak" "$build/bench/samgak_bench_exporters" "$work" \
  ${peers[@]+"${peers[@]}"} --rounds $rounds --nodes $nodes --edges $edges | tee "$work/page.md"
mv "$work/page.md" "$page"
echo "run.sh: $page" >&2
