// Runs another program under limits, without a shell.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace samgak {

struct ChildResult {
  enum class End { exited, killed_by_signal, timed_out };
  End end = End::exited;
  int code = 0;        ///< exit code, or number of the signal
  std::string output;  ///< all that it wrote to standard output
  std::string errors;  ///< the beginning of what it wrote to standard error
};

/// Starts `words[0]` (looked up in PATH), writes `input` to its standard input and reads what it
/// writes until it ends. After `limit` the program and all that it started are killed. Throws
/// `HelperError` when it cannot be started, and `Stopped`, after killing it, once a signal asked
/// this program to end. Call it from a program of one thread.
[[nodiscard]] ChildResult run_child(const std::vector<std::string>& words, std::string_view input,
                                    std::chrono::seconds limit);

}  // namespace samgak
