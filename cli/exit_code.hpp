// What the program tells its caller in one number.
#pragma once

#include <string>

#include "text/diagnostic.hpp"

namespace samgak {

enum class ExitCode : int {
  done = 0,
  findings = 1,
  wrong_call = 2,
  skipped = 3,
  unusable_input = 4,
  locked = 5,
  damaged_store = 6,
  write_failed = 7,
  helper_failed = 8
};

/// The table of all codes, as `--help` and the manual show it: a line each, indented by two spaces.
[[nodiscard]] std::string exit_code_table();

/// The command line asks for what does not exist. `what()` says what would.
class UsageError : public Error {
 public:
  using Error::Error;
};

/// Another program or a server that a command needs is missing, refused, or took too long.
class HelperError : public Error {
 public:
  using Error::Error;
};

/// Another run holds the output folder.
class LockedError : public Error {
 public:
  using Error::Error;
};

}  // namespace samgak
