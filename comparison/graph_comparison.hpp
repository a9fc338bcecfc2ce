// What differs between two graphs.
#pragma once

#include <vector>

#include "comparison/change.hpp"
#include "graph/knowledge_graph.hpp"

namespace samgak {

/// Sorted as `sort_changes` does. Every part of nodes and statements is looked at: the result is
/// empty only for graphs that say the same. Linear in both but for sorting.
[[nodiscard]] std::vector<Change> compare_graphs(const KnowledgeGraph& before,
                                                 const KnowledgeGraph& after);

}  // namespace samgak
