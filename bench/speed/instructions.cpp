// Runs each case once between two marks that callgrind understands; alone it does nothing of use.
//
//   valgrind --tool=callgrind --instr-atstart=no samgak_bench_instructions [CASE...]
//
// One dump a case, with the name of the case as its trigger. bench/speed/instructions.sh reads
// them.
#include <fmt/format.h>
#include <valgrind/callgrind.h>

#include <algorithm>
#include <exception>
#include <span>

#include "bench/speed/measured_case.hpp"

namespace samgak {
namespace {

/// The library's own caches (a regular expression compiled once, a table made at first use) belong
/// to no case, so each work runs once before the one that is counted.
void count(const MeasuredCase& measured) {
  measured.prepare()();
  const std::function<void()> work = measured.prepare();
  CALLGRIND_START_INSTRUMENTATION;
  CALLGRIND_ZERO_STATS;
  work();
  // Stopping first would throw the counts away.
  CALLGRIND_DUMP_STATS_AT(measured.name.c_str());
  CALLGRIND_STOP_INSTRUMENTATION;
}

int run(std::span<char*> wanted) {
  std::vector<MeasuredCase> cases = graph_cases();
  for (MeasuredCase& measured : text_cases()) cases.push_back(std::move(measured));
  for (const MeasuredCase& measured : cases) {
    const bool chosen =
        wanted.empty() || std::find(wanted.begin(), wanted.end(), measured.name) != wanted.end();
    if (chosen) count(measured);
  }
  return 0;
}

}  // namespace
}  // namespace samgak

int main(int argc, char** argv) {
  try {
    return samgak::run({argv + 1, static_cast<std::size_t>(argc - 1)});
  } catch (const std::exception& error) {
    fmt::print(stderr, "samgak_bench_instructions: {}\n", error.what());
    return 1;
  }
}
