#include "cli/node_explanation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "cli/edge_explanation.hpp"
#include "cli/terminal.hpp"
#include "reasoning/inferred_graph.hpp"

namespace samgak {

namespace {

std::string names_block(const EntityView& node) {
  std::vector<std::vector<std::string>> rows{{"id", terminal_text(node.id)}};
  if (!node.name_en.empty()) rows.push_back({"English", terminal_text(node.name_en)});
  if (!node.name_ja.empty()) rows.push_back({"Japanese", terminal_text(node.name_ja)});
  if (!node.wikidata.empty()) rows.push_back({"Wikidata", terminal_text(node.wikidata)});
  std::string aliases;
  for (const std::string_view alias : node.aliases)
    aliases += (aliases.empty() ? "" : ", ") + terminal_text(alias);
  if (!aliases.empty()) rows.push_back({"also", aliases});
  for (const AttributeView& attribute : node.attributes) {
    rows.push_back({terminal_text(attribute.key), terminal_text(attribute.value)});
  }
  return table(rows, 2);
}

/// For each attribute about which the texts disagree: all values that are said, and where.
std::string contradictions_block(const EntityView& node) {
  std::map<std::string_view, std::string> others;
  for (const AttributeView& conflict : node.conflicts) {
    std::string& list = others[conflict.key];
    list += (list.empty() ? "" : ", ") + terminal_text(conflict.value);
  }
  std::string out;
  for (const auto& [key, list] : others) {
    out += fmt::format("  contradiction: {} is {}, but also {}\n", terminal_text(key),
                       terminal_text(node.attribute(key)), list);
    std::vector<std::vector<std::string>> rows;
    for (const ClaimView& claim : node.claims) {
      if (claim.key == key) rows.push_back({terminal_text(claim.value), place_text(claim.place)});
    }
    out += table(rows, 4);
  }
  return out;
}

std::string mentions_block(const EntityView& node, std::size_t most_places) {
  struct Use {
    std::size_t count = 0;
    std::vector<std::string> places;
  };
  std::map<std::pair<std::string_view, std::string_view>, Use> uses;
  std::size_t documents = 0;
  for_each_document(node.mentions, [&](std::string_view) { ++documents; });
  for (const MentionView& mention : node.mentions) {
    Use& use = uses[{mention.surface, mention.reason}];
    ++use.count;
    if (use.places.size() < most_places) use.places.push_back(place_text(mention.place));
  }
  std::vector<std::tuple<std::size_t, std::string_view, std::string_view, const Use*>> sorted;
  sorted.reserve(uses.size());
  for (const auto& [key, use] : uses) sorted.emplace_back(use.count, key.first, key.second, &use);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return std::get<0>(a) > std::get<0>(b); });

  std::string out = fmt::format("\n  named {} in {}\n", counted(node.mentions.size(), "time"),
                                counted(documents, "document"));
  std::vector<std::vector<std::string>> rows;
  for (const auto& [count, surface, reason, use] : sorted) {
    std::string places = fmt::format("{}", fmt::join(use->places, ", "));
    if (use->count > use->places.size()) places += ", …";
    rows.push_back({fmt::format("«{}»", terminal_text(surface)), fmt::format("{}×", count),
                    terminal_text(reason), std::move(places)});
  }
  return out + table(rows, 4);
}

std::string edges_block(const KnowledgeGraph& graph, const IncomingEdges& incoming,
                        const EntityView& node, std::size_t most) {
  std::vector<std::vector<std::string>> rows;
  std::size_t total = 0;
  const auto add = [&](const StatementView& edge, bool leaves) {
    if (++total > most) return;
    const StatementId id = edge.id();
    const EntityView other = graph.entity(leaves ? edge.object : edge.subject);
    rows.push_back(
        {leaves ? fmt::format("{} ->", edge.relation) : fmt::format("<- {}", edge.relation),
         terminal_text(other.name),
         fmt::format("{} {:.2f}{}", to_string(edge.status), edge.confidence / 100.0,
                     is_inferred(edge) ? ", inferred" : ""),
         std::string(id.data(), id.size())});
  };
  for (const StatementView edge : graph.statements_from(node.index)) add(edge, true);
  for (const std::uint32_t* at = incoming.begin(node.index); at != incoming.end(node.index); ++at) {
    add(graph.statement(StatementIndex{*at}), false);
  }
  std::string out = fmt::format("\n  {}\n", counted(total, "edge")) + table(rows, 4);
  if (total > most)
    out += fmt::format("    and {} more; --all shows them\n", with_commas(total - most));
  return out;
}

}  // namespace

std::string explain_node(const KnowledgeGraph& graph, const IncomingEdges& incoming,
                         const EntityView& node, const NodeExplanationOptions& options) {
  return fmt::format("{} ({})\n", terminal_text(node.name), terminal_text(node.type)) +
         names_block(node) + contradictions_block(node) +
         mentions_block(node, options.most_places) +
         edges_block(graph, incoming, node, options.most_edges);
}

}  // namespace samgak
