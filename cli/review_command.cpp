#include "cli/review_command.hpp"

#include <fmt/format.h>
#include <CLI/Option.hpp>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "checks/graph_check.hpp"
#include "cli/graph_file.hpp"
#include "cli/inference_option.hpp"
#include "cli/ontology_folders.hpp"
#include "cli/output_text.hpp"
#include "cli/quote_contexts.hpp"
#include "cli/terminal.hpp"
#include "comparison/graph_comparison.hpp"
#include "comparison/ontology_version.hpp"
#include "ontology/ontology.hpp"
#include "reasoning/inferred_graph.hpp"
#include "review/review_page.hpp"

namespace samgak {

namespace {

struct ReviewCall {
  std::string graph;
  std::string output = "review.html";
  std::vector<std::filesystem::path> overlays;
  std::vector<std::string> against;
  std::string texts;
  std::string decisions;
  bool infer = false;
  bool quiet = false;
};

std::vector<review::Decision> load_decisions(const std::string& path) {
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    throw LoadError(
        fmt::format("{}: cannot be read: {}", path, std::generic_category().message(errno)));
  }
  return review::read_decisions(in, path);
}

/// A folder is an ontology, anything else a graph.
void compare(const std::string& path, const std::vector<std::filesystem::path>& folders,
             review::ReviewInput& input) {
  const auto add = [&](const std::vector<Change>& changes) {
    input.changes.insert(input.changes.end(), changes.begin(), changes.end());
  };
  if (std::filesystem::is_directory(path)) {
    const OntologyVersion before({path});
    const OntologyVersion after(folders);
    add(compare_ontologies(before, after, DataUse(input.graph)));
  } else {
    add(compare_graphs(without_inferences(load_graph(path)), input.graph));
  }
  input.against.push_back(std::filesystem::path(path).filename().string());
}

void tell(const ReviewCall& call, const review::ReviewInput& input,
          const review::ReviewPage& page) {
  if (call.quiet) return;
  if (!call.decisions.empty()) {
    std::size_t accepted = 0;
    std::size_t rejected = 0;
    for (const review::Decision& decision : input.decisions) {
      accepted += decision.verdict == "accept" ? 1 : 0;
      rejected += decision.verdict == "reject" ? 1 : 0;
    }
    print_note(fmt::format("{} decisions: {} accepted, {} rejected, {} with a comment only",
                           input.decisions.size(), accepted, rejected,
                           input.decisions.size() - accepted - rejected));
  }
  for (const std::string& item : page.stale) {
    print_note(fmt::format("decided, but not in this graph: {}", visible(item)));
  }
}

void run_review(const ReviewCall& call) {
  const std::vector<std::filesystem::path> folders = ontology_folders(call.overlays);
  const std::unique_ptr<const Ontology> ontology = load_ontology(folders.front(), call.overlays);
  const KnowledgeGraph loaded = load_graph(call.graph);
  const KnowledgeGraph graph = without_inferences(loaded);
  review::ReviewInput input{graph, *ontology, SAMGAK_VERSION, {}, nullptr, {}, {}, {}, {}};
  input.graph_name =
      call.graph == "-" ? "standard input" : std::filesystem::path(call.graph).filename().string();
  std::optional<QuoteContexts> contexts;
  if (!call.texts.empty()) {
    contexts.emplace(call.texts, graph);
    input.context = [&](const PlaceView& place, std::string_view words) {
      return contexts->around(place, words);
    };
    if (!call.quiet && !contexts->changed().empty()) {
      print_note(fmt::format("no longer the text that the graph was made from: {}",
                             visible(fmt::format("{}", fmt::join(contexts->changed(), ", ")))));
    }
  }
  input.definitions = load_definitions(folders);
  KnowledgeGraph followed;
  if (call.infer) followed = inferred(graph, *ontology, call.overlays);
  const KnowledgeGraph& all = call.infer ? followed : loaded;
  if (has_inferences(all)) input.inferred = &all;
  if (!call.decisions.empty()) input.decisions = load_decisions(call.decisions);
  for (const std::string& path : call.against) compare(path, folders, input);
  const CheckReport findings = check_graph(graph, ShapeFiles::in_folders(folders));
  input.findings = &findings;
  const review::ReviewPage page = review::make_review_page(input);
  write_text(page.html, call.output);
  tell(call, input, page);
}

}  // namespace

void add_review_command(CLI::App& app) {
  CLI::App* command = app.add_subcommand(
      "review", "One page for a domain expert: how the texts use the ontology, what does not fit");
  const auto call = std::make_shared<ReviewCall>();
  command->add_option("GRAPH", call->graph, "Graph in Samgak's JSON Lines; - is standard input")
      ->type_name("")
      ->required();
  command->add_option("-o,--output", call->output, "The page; - is standard output")
      ->type_name("FILE")
      ->capture_default_str();
  add_ontology_option(*command, call->overlays);
  command
      ->add_option("--against", call->against,
                   "Earlier graph (a file) or ontology (a folder) to compare with (repeatable)")
      ->type_name("PATH")
      ->allow_extra_args(false);
  command
      ->add_option("--texts", call->texts,
                   "Folder that the graph was built from: shows what stands around each quote")
      ->type_name("DIR");
  command
      ->add_option("--decisions", call->decisions,
                   "Decisions exported from an earlier page (JSON, CSV or Turtle), to go on with")
      ->type_name("FILE");
  add_inference_option(*command, call->infer);
  command->add_flag("-q,--quiet", call->quiet, "Do not tell what became of the decisions");
  command->callback([call] { run_review(*call); });
}

}  // namespace samgak
