#include "cli/exit_code.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace samgak {

namespace {

struct Row {
  ExitCode code;
  std::string_view meaning;
};

// docs/samgak.1 repeats these lines; tests/cli/test_manual.py compares them.
constexpr std::array<Row, 9> kTable{{
    {ExitCode::done, "done"},
    {ExitCode::findings,
     "done, and there are findings (check, ontology lint) or differences (diff)"},
    {ExitCode::wrong_call, "wrong call: an option, a format or a name that does not exist"},
    {ExitCode::skipped, "done, but documents were skipped, each named with its reason"},
    {ExitCode::unusable_input, "input unusable: a path that is missing, nothing to read, bad data"},
    {ExitCode::locked, "locked: another run writes to the same folder"},
    {ExitCode::damaged_store, "store damaged"},
    {ExitCode::write_failed, "write failed: nothing half-written is left behind"},
    {ExitCode::helper_failed, "another program or a server failed: Graphviz, Neo4j (render, push)"},
}};

}  // namespace

std::string exit_code_table() {
  std::string out;
  for (const Row& row : kTable) {
    out += fmt::format("  {}  {}\n", static_cast<int>(row.code), row.meaning);
  }
  out += "  128 + n when signal n ended the run (130 for Ctrl-C)\n";
  return out;
}

}  // namespace samgak
