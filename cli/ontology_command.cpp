#include "cli/ontology_command.hpp"

#include "cli/ontology_publication.hpp"

namespace samgak {

void add_ontology_command(CLI::App& app, ExitCode& code) {
  CLI::App* command =
      app.add_subcommand("ontology", "The vocabulary itself: publish it, or check it for faults");
  command->require_subcommand(0, 1);
  command->get_formatter()->label("SUBCOMMAND", "COMMAND");
  add_ontology_publication(*command);
  add_ontology_lint_command(*command, code);
  add_ontology_technologies_command(*command);
}

}  // namespace samgak
