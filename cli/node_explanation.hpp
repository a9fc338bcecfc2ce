// What a node was merged from, and why, in words for a terminal.
#pragma once

#include <string>

#include "graph/boost_view.hpp"
#include "graph/knowledge_graph.hpp"

namespace samgak {

struct NodeExplanationOptions {
  std::size_t most_edges = 40;
  std::size_t most_places = 3;  ///< for each way in which the node is named
};

/// Names, attributes with what contradicts them, the words that name it with the reason why each
/// was taken for this node, and its edges. `incoming` must belong to `graph`.
[[nodiscard]] std::string explain_node(const KnowledgeGraph& graph, const IncomingEdges& incoming,
                                       const EntityView& node,
                                       const NodeExplanationOptions& options = {});

}  // namespace samgak
