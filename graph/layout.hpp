// Places for nodes on a plane, so that a graph opens to a readable picture.
#pragma once

#include <vector>

#include "graph/knowledge_graph.hpp"

namespace samgak {

struct Point {
  double x = 0.0;
  double y = 0.0;
};

/// A place for each node, around (0, 0), neighbours about `kLayoutUnit` apart. Communities are set
/// beside each other, largest in the middle, then springs and repulsion pull the picture straight.
/// Deterministic, without random numbers; the larger the graph, the fewer rounds, so that the cost
/// stays in step with its size.
[[nodiscard]] std::vector<Point> layout(const KnowledgeGraph& graph);

inline constexpr double kLayoutUnit = 100.0;

}  // namespace samgak
