// `samgak ontology`: publishes the vocabulary; its subcommand looks for faults.
#pragma once

#include <CLI/App.hpp>

#include "cli/exit_code.hpp"

namespace samgak {

void add_ontology_command(CLI::App& app, ExitCode& code);

/// `samgak ontology lint`. `code` becomes `findings` where one is as grave as `--fail-on` says.
void add_ontology_lint_command(CLI::App& ontology, ExitCode& code);

/// `samgak ontology technologies`.
void add_ontology_technologies_command(CLI::App& ontology);

}  // namespace samgak
