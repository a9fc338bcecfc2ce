// Places for nodes on a plane, so that a graph opens to a readable picture.
#pragma once

#include <vector>

#include "graph/knowledge_graph.hpp"

namespace samgak {

/// Small numbers, because a place lies in memory for every node.
struct Point {
  float x = 0.0F;
  float y = 0.0F;
};

/// A place for each node, around (0, 0), neighbours about `kLayoutUnit` apart, in whole hundredths
/// where these can be told apart. Communities are set beside each other, largest in the middle,
/// then springs and repulsion pull the picture straight. Deterministic, without random numbers; the
/// larger the graph, the fewer rounds, so that the cost stays in step with its size. Takes 28 bytes
/// a node and 4 an edge while it works.
[[nodiscard]] std::vector<Point> layout(const KnowledgeGraph& graph);

inline constexpr double kLayoutUnit = 100.0;

}  // namespace samgak
