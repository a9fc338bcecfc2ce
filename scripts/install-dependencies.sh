#!/usr/bin/env bash
# Installs what Samgak needs on Debian 12, and nothing that is there already.
#
#   scripts/install-dependencies.sh            to build and run
#   scripts/install-dependencies.sh --tests    also what the tests, the benchmarks and scripts/check.sh use
#
# Debian packages come by apt-get (with sudo when you are not root). The Python and Node packages that judge our
# output in the tests stay inside build/tools, with their versions pinned below.
set -euo pipefail
cd "$(dirname "$0")/.."

build_packages=(
  g++ cmake ninja-build pkg-config
  libboost-graph-dev rapidjson-dev libpugixml-dev libfmt-dev libcli11-dev libyaml-cpp-dev
  libmd4c-dev libgumbo-dev libicu-dev libserd-dev libcurl4-openssl-dev libssl-dev
  graphviz fonts-nanum
)
test_packages=(
  ccache valgrind python3 python3-venv libgtest-dev libgmock-dev libbenchmark-dev
  clang-format-14 clang-tidy-14 libxml2-utils fonts-noto-cjk locales nodejs chromium
  serdi raptor2-utils poppler-utils openjdk-17-jdk-headless maven konclude
)
python_packages=(networkx==3.6.1 igraph==0.11.8 rdflib==7.6.0 pyoxigraph==0.5.11 lxml==5.3.2 pyshacl==0.40.1 pyld==3.3.0)
node_packages=(
  jsonld@8.3.3 rdf-canonize@5.0.0 n3@2.13.12 jsonld-streaming-parser@5.0.1 rdf-validate-shacl@0.6.5
  graphology@0.26.0 graphology-graphml@0.5.2 graphology-gexf@0.13.2 playwright-core@1.65.1 axe-core@4.11.0
  mermaid@12.3.0 @viz-js/viz@3.31.0
)

with_tests=
[ "${1:-}" = --tests ] && with_tests=1

packages=("${build_packages[@]}")
[ -n "$with_tests" ] && packages+=("${test_packages[@]}")

# Node may come from elsewhere than Debian (with an npm of its own): the command counts, not the package.
missing=()
for package in "${packages[@]}"; do
  [ "$package" = nodejs ] && command -v node >/dev/null && continue
  dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done
[ -n "$with_tests" ] && ! command -v npm >/dev/null && missing+=(npm)

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}
if [ ${#missing[@]} -gt 0 ]; then
  echo "install-dependencies: installing Debian packages: ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  # -qq keeps apt to errors; a mirror that hiccups gets two more tries.
  as_root apt-get -qq -o Acquire::Retries=2 update
  as_root apt-get -qq -o Acquire::Retries=2 -o Dpkg::Use-Pty=0 install -y --no-install-recommends "${missing[@]}" >/dev/null
fi

[ -n "$with_tests" ] || exit 0

# The tests compare output under other locales; a locale that is missing would pass in silence.
for locale in ko_KR tr_TR; do
  if ! locale -a 2>/dev/null | grep -qix "$locale.utf-\?8"; then
    echo "install-dependencies: generating the locale $locale.UTF-8"
    as_root localedef -i "$locale" -f UTF-8 "$locale.UTF-8"
  fi
done

tools=build/tools
mkdir -p "$tools"

wanted="${python_packages[*]}"
if [ "$(cat "$tools/venv/.samgak" 2>/dev/null)" != "$wanted" ]; then
  echo "install-dependencies: installing Python packages into $tools/venv: $wanted"
  # Debian's Python, whatever else is first in PATH: its version is known.
  /usr/bin/python3 -m venv --clear "$tools/venv"
  "$tools/venv/bin/pip" install --quiet --disable-pip-version-check "${python_packages[@]}"
  echo "$wanted" >"$tools/venv/.samgak"
fi

wanted="${node_packages[*]}"
if [ "$(cat "$tools/node/.samgak" 2>/dev/null)" != "$wanted" ]; then
  echo "install-dependencies: installing npm packages into $tools/node: $wanted"
  rm -rf "$tools/node"
  mkdir -p "$tools/node"
  echo '{"private": true}' >"$tools/node/package.json"
  npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tools/node" "${node_packages[@]}"
  echo "$wanted" >"$tools/node/.samgak"
fi
