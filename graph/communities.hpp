// Groups of nodes that hang together.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace samgak {

/// A label for each node, by label propagation in order of nodes: each takes the label that most of
/// its edges lead to, either way, its own where that is among them, else the smallest.
/// Deterministic; linear in edges.
[[nodiscard]] std::vector<std::uint32_t> find_communities(const KnowledgeGraph& graph);

/// Numbers groups anew, so that 0 is the largest, and groups of one size follow their smallest
/// node. Labels must be below the number of nodes. Returns how many groups there are.
std::uint32_t number_groups(std::vector<std::uint32_t>& group);

}  // namespace samgak
