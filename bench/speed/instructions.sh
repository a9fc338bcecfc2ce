#!/usr/bin/env bash
# Machine instructions of the hot paths, counted by callgrind: the same on a busy machine as on a quiet one.
#
#   bench/speed/instructions.sh [CASE...]            fails where a case takes over 5 % more than instructions.tsv says
#   bench/speed/instructions.sh --update [CASE...]   writes what was counted into the table
#
# Whoever makes a case dearer on purpose updates the table and says why in CHANGELOG.md. A new case: a MeasuredCase
# (measured_case.hpp), then --update. SAMGAK_BENCH_BUILD names a build folder that is ready already.
set -euo pipefail
cd "$(dirname "$0")/../.."
table=bench/speed/instructions.tsv

update=
[ "${1:-}" = --update ] && { update=1; shift; }
command -v valgrind >/dev/null || { echo "instructions: valgrind is missing: scripts/install-dependencies.sh --tests" >&2; exit 1; }
build=$(bash bench/speed/build.sh samgak_bench_instructions)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Without this the C library picks its copying routines by the processor at hand, and counts would differ.
tunables=glibc.cpu.hwcaps=-AVX512F,-AVX512VL,-AVX512BW,-AVX2,-ERMS,-FSRM
GLIBC_TUNABLES=$tunables valgrind --tool=callgrind --instr-atstart=no --callgrind-out-file="$work/dump" \
  "$build/bench/samgak_bench_instructions" "$@" >"$work/log" 2>&1 || { tail -n 20 "$work/log"; exit 1; }
awk '/^desc: Trigger: Client Request: /{name = $NF} /^(summary|totals): /{if (name != "" && !(name in seen)) print name "\t" $2; seen[name] = 1}' \
  "$work"/dump.* | sort >"$work/counted"
[ -s "$work/counted" ] || { echo "instructions: no case of that name" >&2; exit 2; }

python3 - "$table" "$work/counted" "${update:-0}" "$#" <<'PYTHON'
import pathlib
import sys

table, counted_file, update, chosen = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "1", int(sys.argv[4]) > 0
HEAD = "# Machine instructions of one run of each case (bench/speed/instructions.sh; release build, g++ 12, Debian 12).\n"
read = lambda path: {n: int(c) for n, c in (line.split("\t") for line in pathlib.Path(path).read_text().splitlines()
                                            if line and not line.startswith("#"))}
counted = read(counted_file)
known = read(table) if table.exists() else {}
bad = 0
for name, count in counted.items():
    if name not in known:
        remark = "new" if update else "NOT IN THE TABLE"
        bad += not update
    else:
        change = 100.0 * (count / known[name] - 1.0)
        remark = f"{change:+.1f} %"
        if change > 5.0:
            bad += not update
            remark += "  DEARER" if not update else "  dearer: CHANGELOG.md must say why"
        elif change < -5.0 and not update:
            remark += "  cheaper: --update keeps the gain"
    print(f"{name:24}{count:>14,}  {remark}")
gone = set() if chosen else set(known) - set(counted)
for name in sorted(gone):
    print(f"{name:24}{'gone':>14}")
    bad += not update
if update:
    rows = {name: count for name, count in {**known, **counted}.items() if name not in gone}
    table.write_text(HEAD + "".join(f"{name}\t{count}\n" for name, count in sorted(rows.items())))
elif bad:
    sys.exit(f"instructions: {bad} of {len(counted)} cases do not hold what {table} says")
PYTHON
