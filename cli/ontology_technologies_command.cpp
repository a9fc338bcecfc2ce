#include <unistd.h>
#include <CLI/Option.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "cli/fd_sink.hpp"
#include "cli/ontology_command.hpp"
#include "cli/ontology_folders.hpp"
#include "cli/output_set.hpp"
#include "exporters/technologies_turtle.hpp"
#include "ontology/ontology.hpp"

namespace samgak {

namespace {

struct TechnologiesCall {
  std::string output = "-";
  std::vector<std::filesystem::path> overlays;
};

void run_technologies(const TechnologiesCall& call) {
  const std::vector<std::filesystem::path> folders = ontology_folders(call.overlays);
  const std::unique_ptr<const Ontology> ontology = load_ontology(folders.front(), call.overlays);
  const Definitions definitions = load_definitions(folders);
  const auto write = [&](Sink& sink) {
    write_technologies(ontology->gazetteer, definitions, ontology->schema.version, sink);
    sink.flush();
  };
  if (call.output == "-") {
    FdSink sink(STDOUT_FILENO, "standard output");
    return write(sink);
  }
  OutputSet output;
  write(*output.open(call.output));
  output.commit();
}

}  // namespace

void add_ontology_technologies_command(CLI::App& ontology) {
  CLI::App* command = ontology.add_subcommand(
      "technologies", "The known technologies as a SKOS taxonomy, in Turtle");
  const auto call = std::make_shared<TechnologiesCall>();
  command->add_option("-o,--output", call->output, "The file; - is standard output")
      ->type_name("FILE")
      ->capture_default_str();
  add_ontology_option(*command, call->overlays);
  command->callback([call] { run_technologies(*call); });
}

}  // namespace samgak
