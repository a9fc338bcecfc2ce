#include "cli/export_command.hpp"

#include <fmt/format.h>
#include <unistd.h>
#include <CLI/Option.hpp>

#include <memory>
#include <string>

#include "cli/exit_code.hpp"
#include "cli/export_report.hpp"
#include "cli/export_settings.hpp"
#include "cli/fd_sink.hpp"
#include "cli/formats_command.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_selection.hpp"
#include "cli/inference_option.hpp"
#include "cli/ontology_folders.hpp"
#include "cli/thread_option.hpp"

namespace samgak {

namespace {

struct ExportCall {
  std::string graph;
  std::string format;
  std::string output = "-";
  std::string report;
  bool quiet = false;
  unsigned threads = 1;
  GraphSelection selection;
  bool infer = false;
  std::vector<std::filesystem::path> overlays;
  ExportSettings settings;
};

void run_export(ExportCall& call) {
  const Exporter& exporter = exporter_for(call.format);
  if (exporter.card().folder && call.output == "-") {
    throw UsageError(fmt::format("{} is a folder of files: name it with -o", exporter.card().name));
  }
  KnowledgeGraph graph = load_graph(call.graph);
  if (call.infer) {
    const std::vector<std::filesystem::path> folders = ontology_folders(call.overlays);
    graph = inferred(graph, *load_ontology(folders.front(), call.overlays), call.overlays);
  }
  const SelectedGraph selected = call.selection.apply(std::move(graph));
  call.settings.use_threads(call.threads);
  const ExportOptions& options =
      call.settings.for_graph(selected.graph, exporter.card().diagram, selected.focus);
  LossReport losses;
  OutputSet output;
  if (call.output == "-") {
    FdSink sink(STDOUT_FILENO, "standard output");
    losses = exporter.write(selected.graph, options, sink);
  } else {
    losses = export_into(output, call.output, exporter, selected.graph, options);
  }
  selected.add_to(losses);
  if (!call.report.empty()) {
    write_export_report(output, call.report, selected.totals(), {losses});
  }
  output.commit();
  if (!call.quiet) tell_losses(losses);
}

}  // namespace

void add_export_command(CLI::App& app) {
  CLI::App* command =
      app.add_subcommand("export", "Write a graph that was built before in another format");
  const auto call = std::make_shared<ExportCall>();
  command->add_option("GRAPH", call->graph, "Graph in Samgak's JSON Lines; - is standard input")
      ->type_name("")
      ->required();
  command->add_option("-f,--format", call->format, "Format (see `samgak formats`)")
      ->type_name("NAME")
      ->required();
  command
      ->add_option("-o,--output", call->output,
                   "File, or folder where the format is one; - is standard output")
      ->type_name("FILE")
      ->capture_default_str();
  command
      ->add_option("--export-report", call->report,
                   "Write what was carried and what not there, as JSON")
      ->type_name("FILE");
  command->add_flag("-q,--quiet", call->quiet, "Do not tell what the format could not carry");
  call->selection.add_to(*command);
  add_inference_option(*command, call->infer);
  add_ontology_option(*command, call->overlays);
  add_thread_option(*command, call->threads);
  call->settings.add_to(*command);
  command->callback([call] { run_export(*call); });
}

}  // namespace samgak
