// Nodes by type and edges by relation, for formats that write them in groups.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace samgak::detail {

/// `key` must have an entry for each number; numbers of one key keep their order.
inline std::vector<std::uint32_t> grouped(const std::vector<std::uint32_t>& key) {
  std::vector<std::uint32_t> order(key.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&key](std::uint32_t a, std::uint32_t b) { return key[a] < key[b]; });
  return order;
}

/// Numbers of all nodes, those of one type side by side, in order of types.
inline std::vector<std::uint32_t> nodes_by_type(const KnowledgeGraph& graph) {
  std::vector<std::uint32_t> key(graph.entity_count());
  for (std::uint32_t i = 0; i < key.size(); ++i) key[i] = graph.type_index(EntityIndex{i});
  return grouped(key);
}

}  // namespace samgak::detail
