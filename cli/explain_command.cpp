#include "cli/explain_command.hpp"

#include <fmt/format.h>
#include <CLI/Option.hpp>

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>

#include "cli/edge_explanation.hpp"
#include "cli/exit_code.hpp"
#include "cli/graph_file.hpp"
#include "cli/node_explanation.hpp"
#include "cli/node_search.hpp"
#include "cli/terminal.hpp"
#include "text/utf8.hpp"

namespace samgak {

namespace {

struct ExplainCall {
  std::string graph;
  std::vector<std::string> words;
  bool all = false;
};

/// All arguments cut at spaces, so that it does not matter how the words were quoted.
std::vector<std::string> single_words(const std::vector<std::string>& arguments) {
  std::vector<std::string> words;
  for (const std::string& argument : arguments) {
    for (std::size_t at = 0; at < argument.size();) {
      const std::size_t end = std::min(argument.find(' ', at), argument.size());
      if (end > at) words.push_back(argument.substr(at, end - at));
      at = end + 1;
    }
  }
  return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  return fmt::format("{}", fmt::join(words.begin() + static_cast<std::ptrdiff_t>(begin),
                                     words.begin() + static_cast<std::ptrdiff_t>(end), " "));
}

bool is_edge_id(std::string_view text) {
  return text.size() == StatementId{}.size() && text[0] == 'e' &&
         text.find_first_not_of("0123456789abcdef", 1) == std::string_view::npos;
}

/// Edges of `relation` between the two; a symmetric relation is stored in one direction only.
std::vector<StatementIndex> edges_between(const KnowledgeGraph& graph,
                                          const std::vector<EntityIndex>& subjects,
                                          std::string_view relation,
                                          const std::vector<EntityIndex>& objects) {
  std::vector<StatementIndex> found;
  const auto from_to = [&](const std::vector<EntityIndex>& from,
                           const std::vector<EntityIndex>& to) {
    for (const EntityIndex subject : from) {
      for (const StatementView edge : graph.statements_from(subject)) {
        if (edge.relation == relation && std::find(to.begin(), to.end(), edge.object) != to.end()) {
          found.push_back(edge.index);
        }
      }
    }
  };
  from_to(subjects, objects);
  if (found.empty()) from_to(objects, subjects);
  return found;
}

/// What else the subjects have by that relation, for the message that there is no such edge.
std::string edges_instead(const KnowledgeGraph& graph, const std::vector<EntityIndex>& subjects,
                          std::string_view relation) {
  constexpr std::size_t kMost = 5;
  std::vector<std::string> lines;
  for (const EntityIndex subject : subjects) {
    for (const StatementView edge : graph.statements_from(subject)) {
      if (edge.relation == relation && lines.size() < kMost)
        lines.push_back(edge_line(graph, edge));
    }
  }
  return lines.empty() ? std::string() : fmt::format("; there is {}", fmt::join(lines, ", "));
}

void run_explain(const ExplainCall& call) {
  const KnowledgeGraph graph = load_graph(call.graph);
  const Explained found = find_explained(graph, call.words);
  std::string out;
  for (const StatementIndex edge : found.edges) {
    if (!out.empty()) out += '\n';
    out += explain_edge(graph, graph.statement(edge));
  }
  if (!found.nodes.empty()) {
    NodeExplanationOptions options;
    if (call.all)
      options.most_edges = options.most_places = std::numeric_limits<std::size_t>::max();
    const IncomingEdges incoming(graph);
    for (const EntityIndex node : found.nodes) {
      if (!out.empty()) out += '\n';
      out += explain_node(graph, incoming, graph.entity(node), options);
    }
  }
  print(out);
}

}  // namespace

Explained find_explained(const KnowledgeGraph& graph, const std::vector<std::string>& arguments) {
  const std::vector<std::string> words = single_words(arguments);
  if (words.empty())
    throw UsageError("name a node, or an edge by its id or as «SUBJECT relation OBJECT»");
  const std::string text = joined(words, 0, words.size());
  if (is_edge_id(text)) {
    const std::optional<StatementIndex> edge = graph.find_statement(text);
    if (!edge) throw UsageError(fmt::format("no edge has the id «{}»", text));
    return {{*edge}, {}};
  }
  if (!is_valid_utf8(text)) throw UsageError(fmt::format("«{}» is not UTF-8", text));
  if (std::vector<EntityIndex> nodes = graph.find_by_name(text); !nodes.empty())
    return {{}, std::move(nodes)};
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    const std::vector<std::string>& relations = graph.relations();
    if (std::find(relations.begin(), relations.end(), words[i]) == relations.end()) continue;
    const std::vector<EntityIndex> subjects = nodes_named(graph, joined(words, 0, i));
    const std::vector<EntityIndex> objects = nodes_named(graph, joined(words, i + 1, words.size()));
    std::vector<StatementIndex> edges = edges_between(graph, subjects, words[i], objects);
    if (edges.empty()) {
      throw UsageError(
          fmt::format("there is no edge «{}»{}", text, edges_instead(graph, subjects, words[i])));
    }
    return {std::move(edges), {}};
  }
  return {{}, nodes_named(graph, text)};
}

void add_explain_command(CLI::App& app) {
  CLI::App* command = app.add_subcommand("explain", "Show why a node or an edge is in a graph");
  const auto call = std::make_shared<ExplainCall>();
  command->add_option("GRAPH", call->graph, "Graph in Samgak's JSON Lines; - is standard input")
      ->type_name("")
      ->required();
  command->add_option("WHAT", call->words, "A name; or an edge: its id, or SUBJECT relation OBJECT")
      ->type_name("")
      ->required();
  command->add_flag("--all", call->all, "All edges and places, however many");
  command->callback([call] { run_explain(*call); });
}

}  // namespace samgak
