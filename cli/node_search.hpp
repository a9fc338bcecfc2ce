// From the words that a person types to nodes of the graph.
#pragma once

#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace samgak {

/// The nodes that have this name, alias or id, at least one. Throws `UsageError` that says which
/// names come near.
[[nodiscard]] std::vector<EntityIndex> nodes_named(const KnowledgeGraph& graph,
                                                   std::string_view name);

/// The same where it must be one: several are told apart by their ids in the message.
[[nodiscard]] EntityIndex the_node(const KnowledgeGraph& graph, std::string_view name);

}  // namespace samgak
