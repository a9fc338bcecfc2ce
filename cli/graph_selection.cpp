#include "cli/graph_selection.hpp"

#include <fmt/format.h>
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include <algorithm>

#include "cli/exit_code.hpp"
#include "cli/node_search.hpp"
#include "cli/suggestions.hpp"
#include "graph/subgraph.hpp"

namespace samgak {

namespace {

/// `known` is sorted.
std::set<std::string, std::less<>> checked(const std::vector<std::string>& wanted,
                                           const std::vector<std::string>& known,
                                           std::string_view what) {
  for (const std::string& name : wanted) {
    if (std::binary_search(known.begin(), known.end(), name)) continue;
    const std::string meant = did_you_mean(suggestions(name, known, 2));
    throw UsageError(fmt::format("the graph has no {} «{}»{} It has: {}", what, name,
                                 meant.empty() ? "." : meant, fmt::join(known, ", ")));
  }
  return {wanted.begin(), wanted.end()};
}

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
bool is_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  if (!is_digits(text.substr(0, 4))) return false;
  for (std::size_t at = 4; at < text.size(); at += 3) {
    if (text[at] != '-' || !is_digits(text.substr(at + 1, 2))) return false;
  }
  return true;
}

}  // namespace

void SelectedGraph::add_to(LossReport& losses) const {
  losses.add(LossKind::omitted, "nodes that were not asked for", nodes_outside);
  losses.add(LossKind::omitted, "edges that were not asked for", edges_outside);
  losses.add(LossKind::omitted, "pieces of evidence of edges that were not asked for",
             evidence_outside);
}

GraphTotals SelectedGraph::totals() const {
  GraphTotals totals = totals_of(graph);
  totals.nodes += nodes_outside;
  totals.edges += edges_outside;
  totals.evidence += evidence_outside;
  totals.mentions += mentions_outside;
  return totals;
}

void GraphSelection::add_to(CLI::App& command) {
  const std::string group = "Part of the graph";
  CLI::Option* focus =
      command.add_option("--focus", focus_, "A node and what is around it; name, alias or id")
          ->type_name("NAME")
          ->group(group);
  command.add_option("--depth", depth_, "Edges from the focus to the rim")
      ->type_name("N")
      ->capture_default_str()
      ->needs(focus)
      ->group(group);
  command.add_option("--types", types_, "Only nodes of these types, and the focus")
      ->type_name("TYPE,...")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->group(group);
  command.add_option("--relations", relations_, "Only edges of these relations")
      ->type_name("NAME,...")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->group(group);
  command.add_option("--since", since_, "Nothing known to be older: YYYY, YYYY-MM or YYYY-MM-DD")
      ->type_name("DATE")
      ->check(CLI::Validator(
          [](std::string& text) {
            return is_date(text) ? std::string() : "a date is YYYY, YYYY-MM or YYYY-MM-DD";
          },
          ""))
      ->group(group);
  command.add_flag("--connected", connected_, "No nodes without an edge")->group(group);
}

SelectedGraph GraphSelection::apply(KnowledgeGraph graph) const {
  SubgraphQuery query;
  if (!focus_.empty()) query.focus.push_back(the_node(graph, focus_));
  query.depth = depth_;
  query.types = checked(types_, graph.types(), "nodes of the type");
  query.relations = checked(relations_, graph.relations(), "edges of the relation");
  query.since = since_;
  query.connected = connected_;
  SelectedGraph selected;
  if (query.empty()) {
    selected.graph = std::move(graph);
    return selected;
  }
  if (!focus_.empty()) selected.focus = graph.id(query.focus.front());
  selected.graph = subgraph(graph, query);
  if (selected.graph.entity_count() == 0) {
    throw UsageError("nothing in the graph is of those types and relations and as young as that");
  }
  const GraphTotals whole = totals_of(graph);
  const GraphTotals part = totals_of(selected.graph);
  selected.nodes_outside = whole.nodes - part.nodes;
  selected.edges_outside = whole.edges - part.edges;
  selected.evidence_outside = whole.evidence - part.evidence;
  selected.mentions_outside = whole.mentions - part.mentions;
  return selected;
}

}  // namespace samgak
