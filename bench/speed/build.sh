#!/usr/bin/env bash
# build.sh TARGET...: makes targets of the release build and prints its folder. Helper of the scripts beside it.
# SAMGAK_BENCH_BUILD names a folder where the targets are made already.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ -n "${SAMGAK_BENCH_BUILD:-}" ]; then
  echo "$SAMGAK_BENCH_BUILD"
  exit
fi
launcher=()
command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
mkdir -p build
{
  cmake --preset release -DSAMGAK_TESTS=OFF "${launcher[@]}"
  cmake --build build/release --target "$@"
} >build/bench-build.log 2>&1 || { tail -n 30 build/bench-build.log >&2; exit 1; }
echo build/release
