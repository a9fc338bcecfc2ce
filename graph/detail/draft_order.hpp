// The order in which a graph is written out.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/detail/graph_drafts.hpp"

namespace samgak::detail {

/// For each symbol and each node number its place in byte order of the texts.
struct Ranks {
  std::vector<std::uint32_t> symbol;
  std::vector<std::uint32_t> node;
};

/// Numbers of rows, sorted by node or edge and then as lists promise (graph/knowledge_graph.hpp),
/// each row once.
struct DraftOrder {
  std::vector<std::uint32_t> mentions;
  std::vector<std::uint32_t> claims;
  std::vector<std::uint32_t> evidence;
  std::vector<std::uint32_t> dates;
  std::vector<std::uint32_t> roles;
};

/// Replaces the numbers in all rows by ranks, and sorts. n log n at most; no order of a hash table
/// comes in.
[[nodiscard]] DraftOrder sort_drafts(GraphDrafts& drafts, const Ranks& ranks);

}  // namespace samgak::detail
