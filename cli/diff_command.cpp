#include "cli/diff_command.hpp"

#include <fmt/format.h>
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

#include "cli/difference_text.hpp"
#include "cli/graph_file.hpp"
#include "cli/output_text.hpp"
#include "comparison/difference.hpp"
#include "comparison/entailment_comparison.hpp"
#include "comparison/graph_comparison.hpp"
#include "comparison/ontology_version.hpp"
#include "comparison/vocabulary_comparison.hpp"
#include "ontology/turtle_reader.hpp"
#include "reasoning/inferred_graph.hpp"

namespace samgak {

namespace {

namespace fs = std::filesystem;

struct DiffCall {
  std::string before;
  std::string after;
  std::string format = "text";
  std::string output = "-";
  std::string data;
  std::string fail_on = "any";
  std::size_t most = 0;
};

/// A folder or an RDF file is an ontology, anything else a graph.
bool is_ontology(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored) || path.extension() == ".ttl" ||
         rdf_syntax_of(path) != RdfSyntax::turtle;
}

KnowledgeGraph load_told(const std::string& path) {
  return without_inferences(load_graph(path));
}

Difference of_graphs(const DiffCall& call) {
  if (!call.data.empty()) throw UsageError("--data goes with two ontologies, not with two graphs");
  if (call.before == "-" && call.after == "-")
    throw UsageError("only one of the two graphs can be standard input");
  const KnowledgeGraph before = load_graph(call.before);
  return {call.before, call.after, {}, compare_graphs(before, load_graph(call.after)), {}, {}};
}

Difference of_ontologies(const DiffCall& call) {
  const OntologyVersion before({call.before});
  const OntologyVersion after({call.after});
  Difference difference{call.before, call.after, call.data, {}, {}, {}};
  DataUse use;
  if (!call.data.empty()) {
    const KnowledgeGraph data = load_told(call.data);
    use = DataUse(data);
    difference.entailments = compare_entailments(data, before, after);
  }
  difference.changes = compare_ontologies(before, after, use);
  difference.version =
      advise(version_step(difference.changes), declared_version(before.vocabulary()),
             declared_version(after.vocabulary()));
  return difference;
}

std::string report_of(const Difference& difference, const DiffCall& call) {
  if (call.format == "json") return difference_as_json(difference);
  if (call.format == "markdown") return difference_as_markdown(difference, call.most);
  if (call.format == "html") return difference_as_html(difference, call.most);
  return difference_text(difference, call.most);
}

bool fails(const Difference& difference, const std::string& fail_on) {
  if (fail_on == "any") return !difference.changes.empty();
  if (!difference.version) throw UsageError("two graphs have no version: use --fail-on any");
  if (fail_on == "version") return !difference.version->enough;
  return difference.version->step >= (fail_on == "major" ? VersionStep::major : VersionStep::minor);
}

void run_diff(const DiffCall& call, ExitCode& code) {
  const bool ontologies = is_ontology(call.before);
  if (ontologies != is_ontology(call.after)) {
    throw UsageError(
        fmt::format("«{}» and «{}» are not of one kind: give two graphs, or two "
                    "ontologies (RDF files or folders)",
                    call.before, call.after));
  }
  const Difference difference = ontologies ? of_ontologies(call) : of_graphs(call);
  const bool failed = fails(difference, call.fail_on);
  write_text(report_of(difference, call), call.output);
  if (failed) code = ExitCode::findings;
}

}  // namespace

void add_diff_command(CLI::App& app, ExitCode& code) {
  CLI::App* command =
      app.add_subcommand("diff", "What differs between two graphs or two versions of an ontology");
  const auto call = std::make_shared<DiffCall>();
  command
      ->add_option(
          "OLD", call->before,
          "Graph in Samgak's JSON Lines (- is standard input), or an ontology: an RDF file "
          "(.ttl, .nt, .nq, .trig), or a folder of Turtle files or laid out like ontology/")
      ->type_name("")
      ->required();
  command->add_option("NEW", call->after, "The same, of the same kind")->type_name("")->required();
  command->add_option("-f,--format", call->format, "text, markdown, html or json")
      ->check(CLI::IsMember({"text", "markdown", "html", "json"}))
      ->type_name("NAME")
      ->capture_default_str();
  command->add_option("-o,--output", call->output, "File; - is standard output")
      ->type_name("FILE")
      ->capture_default_str();
  command
      ->add_option("--data", call->data,
                   "For ontologies: graph in which to count what each change touches")
      ->type_name("GRAPH");
  command
      ->add_option(
          "--fail-on", call->fail_on,
          "Exit with 1 on: any difference; a minor or major change of an ontology; version, "
          "when NEW declares a lower version than the changes ask for")
      ->check(CLI::IsMember({"any", "minor", "major", "version"}))
      ->type_name("WHAT")
      ->capture_default_str();
  command
      ->add_option("-n,--most", call->most,
                   "How many changes of one kind to show (not in json); 0 shows all")
      ->type_name("N")
      ->capture_default_str();
  command->callback([call, &code] { run_diff(*call, code); });
}

}  // namespace samgak
