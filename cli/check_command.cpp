#include "cli/check_command.hpp"

#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "checks/graph_check.hpp"
#include "checks/report_json.hpp"
#include "checks/report_turtle.hpp"
#include "cli/check_report_text.hpp"
#include "cli/graph_file.hpp"
#include "cli/ontology_folders.hpp"
#include "cli/terminal.hpp"

namespace samgak {

namespace {

struct CheckCall {
  std::string graph;
  std::string format = "text";
  std::string fail_on = "violation";
  std::string language = "en";
  std::size_t most = 20;
  std::vector<std::filesystem::path> overlays;
};

bool is_rdf(const std::filesystem::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".ttl" || extension == ".nt" || extension == ".nq" || extension == ".trig";
}

FindingSeverity severity_of(const std::string& name) {
  if (name == "info") return FindingSeverity::info;
  return name == "warning" ? FindingSeverity::warning : FindingSeverity::violation;
}

void run_check(const CheckCall& call, ExitCode& code) {
  const ShapeFiles files = ShapeFiles::in_folders(ontology_folders(call.overlays));
  KnowledgeGraph graph;
  CheckReport report;
  if (is_rdf(call.graph)) {
    report = check_rdf_file(call.graph, files);
  } else {
    graph = load_graph(call.graph);
    report = check_graph(graph, files);
  }
  if (call.format == "json") {
    print(report_as_json(report, &graph));
  } else if (call.format == "shacl") {
    print(report_as_turtle(report));
  } else {
    const ReportLanguage language = call.language == "ko" ? ReportLanguage::ko : ReportLanguage::en;
    print(check_report_text(report, language, call.most));
  }
  if (report.reaches(severity_of(call.fail_on))) code = ExitCode::findings;
}

}  // namespace

void add_check_command(CLI::App& app, ExitCode& code) {
  CLI::App* command =
      app.add_subcommand("check", "Hold a graph against the shapes and rules of the ontology");
  const auto call = std::make_shared<CheckCall>();
  command
      ->add_option("GRAPH", call->graph,
                   "Graph in Samgak's JSON Lines (- is standard input), or RDF: .ttl, .nt, .nq, "
                   ".trig")
      ->type_name("")
      ->required();
  command
      ->add_option("-f,--format", call->format,
                   "text, json, or shacl (a SHACL validation report in Turtle)")
      ->check(CLI::IsMember({"text", "json", "shacl"}, CLI::ignore_case))
      ->type_name("NAME")
      ->capture_default_str();
  command
      ->add_option("--fail-on", call->fail_on,
                   "Exit with 1 from this severity on: violation, warning, info")
      ->check(CLI::IsMember({"violation", "warning", "info"}))
      ->type_name("SEVERITY")
      ->capture_default_str();
  command->add_option("--lang", call->language, "text: language of the messages, ko or en")
      ->check(CLI::IsMember({"ko", "en"}))
      ->type_name("LANG")
      ->capture_default_str();
  command->add_option("-n,--most", call->most, "text: how many findings of one shape to show")
      ->type_name("N")
      ->capture_default_str();
  add_ontology_option(*command, call->overlays);
  command->callback([call, &code] { run_check(*call, code); });
}

}  // namespace samgak
