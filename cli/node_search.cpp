#include "cli/node_search.hpp"

#include <fmt/format.h>

#include "cli/exit_code.hpp"
#include "cli/suggestions.hpp"
#include "text/utf8.hpp"

namespace samgak {

std::vector<EntityIndex> nodes_named(const KnowledgeGraph& graph, std::string_view name) {
  if (!is_valid_utf8(name)) throw UsageError(fmt::format("«{}» is not UTF-8", name));
  std::vector<EntityIndex> found = graph.find_by_name(name);
  if (!found.empty()) return found;
  std::vector<std::string> names;
  for (const EntityView node : graph.entities()) {
    names.emplace_back(node.name);
    for (const std::string_view alias : node.aliases) names.emplace_back(alias);
    if (!node.name_en.empty()) names.emplace_back(node.name_en);
  }
  const std::string meant = did_you_mean(suggestions(name, names, 5));
  throw UsageError(fmt::format("no node is called «{}»{}", name, meant));
}

EntityIndex the_node(const KnowledgeGraph& graph, std::string_view name) {
  const std::vector<EntityIndex> found = nodes_named(graph, name);
  if (found.size() == 1) return found.front();
  std::string ids;
  for (const EntityIndex node : found)
    ids += fmt::format("{}{}", ids.empty() ? "" : ", ", graph.id(node));
  throw UsageError(fmt::format("several nodes are called «{}»; name one by its id: {}", name, ids));
}

}  // namespace samgak
