// `samgak check`: a graph against the shapes of the ontology.
#pragma once

#include <CLI/App.hpp>

#include "cli/exit_code.hpp"

namespace samgak {

/// `code` becomes `findings` where a finding is as severe as `--fail-on` says.
void add_check_command(CLI::App& app, ExitCode& code);

}  // namespace samgak
