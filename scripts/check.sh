#!/usr/bin/env bash
# Form and lint of the C++ sources.
#
#   scripts/check.sh             clang-format and the order of rooms on everything, clang-tidy on what changed
#   scripts/check.sh -w          the same, and clang-format repairs what it finds
#   scripts/check.sh --all [-w]  clang-tidy on everything too (minutes)
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1

write=
all=
for argument in "$@"; do
  case $argument in
    -w) write=1 ;;
    --all) all=1 ;;
    *) echo "check: unknown argument «$argument»; there are -w and --all" >&2; exit 2 ;;
  esac
done

rooms=(text ontology graph reasoning readers extractors exporters checks comparison publication review cli tests bench)
mapfile -t sources < <(find "${rooms[@]}" -name '*.cpp' -o -name '*.hpp' | sort)
status=0

if [ -n "$write" ]; then
  clang-format-14 -i "${sources[@]}"
else
  clang-format-14 --dry-run --Werror "${sources[@]}" || { status=1; echo "check: scripts/check.sh -w repairs the form"; }
fi

python3 -B tests/architecture/test_rooms.py || status=1

# clang-tidy reads how a file is compiled from the dev build.
[ -f build/dev/compile_commands.json ] || cmake --preset dev >/dev/null || exit 1
if [ -n "$all" ]; then
  mapfile -t units < <(printf '%s\n' "${sources[@]}" | grep '\.cpp$')
else
  base=$(git merge-base HEAD origin/main 2>/dev/null || git rev-parse HEAD 2>/dev/null || true)
  mapfile -t units < <({ git diff --name-only ${base:+"$base"}; git ls-files --others --exclude-standard; } 2>/dev/null |
    sort -u | grep -E "^($(IFS='|'; echo "${rooms[*]}"))/.*\.cpp$")
fi
if [ ${#units[@]} -gt 0 ]; then
  printf '%s\0' "${units[@]}" | xargs -0 -n 1 -P "$(nproc)" clang-tidy-14 -p build/dev --quiet 2>/dev/null || status=1
fi
[ "$status" = 0 ] && echo "check: clean (${#sources[@]} files, ${#units[@]} of them by clang-tidy)"
exit "$status"
