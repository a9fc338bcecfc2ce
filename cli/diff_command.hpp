// `samgak diff`: what differs between two graphs or two versions of an ontology.
#pragma once

#include <CLI/App.hpp>

#include "cli/exit_code.hpp"

namespace samgak {

/// `code` becomes `findings` where there are differences as grave as `--fail-on` says.
void add_diff_command(CLI::App& app, ExitCode& code);

}  // namespace samgak
