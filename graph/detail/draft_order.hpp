// The order in which a graph is written out.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/detail/graph_drafts.hpp"
#include "graph/detail/sorted_rows.hpp"

namespace samgak::detail {

/// For each symbol and each node number its place in byte order of the texts.
struct Ranks {
  std::vector<std::uint32_t> symbol;
  std::vector<std::uint32_t> node;
};

/// By edge and place; quotes and bindings are compared only where these do not decide.
struct EvidenceLess {
  const SharedTexts* texts = nullptr;

  bool operator()(const EvidenceDraft& a, const EvidenceDraft& b) const;
};

/// Rows sorted by node or edge and then as lists promise (graph/knowledge_graph.hpp), each once.
/// They hold ranks, which compare as the texts do.
struct DraftOrder {
  SortedRows<NodeItemDraft> mentions;
  SortedRows<NodeItemDraft> claims;
  SortedRows<EvidenceDraft, EvidenceLess> evidence;
  SortedRows<EdgeValueDraft> dates;
  SortedRows<EdgeValueDraft> roles;
  std::vector<std::uint32_t> relations;  ///< that edges have: ranks of symbols, sorted
};

/// Takes the rows out of the drafts, replaces the numbers in them by ranks, and sorts. n log n at
/// most; no order of a hash table comes in.
[[nodiscard]] DraftOrder sort_drafts(GraphDrafts& drafts, const Ranks& ranks);

}  // namespace samgak::detail
