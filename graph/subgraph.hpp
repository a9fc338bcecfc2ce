// A part of a graph, as a graph of its own that every exporter takes.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace samgak {

/// What to keep. An empty member asks for nothing.
struct SubgraphQuery {
  /// Start here and follow edges, in either direction, at most `depth` times. These nodes are
  /// always kept.
  std::vector<EntityIndex> focus;
  std::uint32_t depth = 1;
  std::set<std::string, std::less<>> types;
  std::set<std::string, std::less<>> relations;
  /// ISO 8601 date, as precise as one likes. What is known to be older goes: edges by their date,
  /// nodes by the date that holds for them. What may be as young (`2024` for `2024-06`) or has no
  /// date stays.
  std::string since;
  bool connected = false;  ///< no node without an edge, unless it is in focus

  [[nodiscard]] bool empty() const {
    return focus.empty() && types.empty() && relations.empty() && since.empty() && !connected;
  }
};

/// Nodes and edges that the query keeps. Of the nodes that had edges, those whose edges all went go
/// too, unless they are in focus. With a focus only edges that were followed are kept, not those
/// between two nodes at the rim. Linear in the graph.
[[nodiscard]] KnowledgeGraph subgraph(const KnowledgeGraph& graph, const SubgraphQuery& query);

}  // namespace samgak
