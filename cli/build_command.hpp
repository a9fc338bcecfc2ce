// `samgak build`: documents in, one merged graph out, in each format that was asked for.
#pragma once

#include <CLI/App.hpp>

#include "cli/exit_code.hpp"

namespace samgak {

/// `code` becomes `ExitCode::skipped` when documents were left out.
void add_build_command(CLI::App& app, ExitCode& code);

}  // namespace samgak
