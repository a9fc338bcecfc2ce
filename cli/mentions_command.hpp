// `samgak mentions`: the names in each document, for those who want no graph.
#pragma once

#include <CLI/App.hpp>

#include "cli/exit_code.hpp"

namespace samgak {

/// `code` becomes `ExitCode::skipped` when documents were left out.
void add_mentions_command(CLI::App& app, ExitCode& code);

}  // namespace samgak
