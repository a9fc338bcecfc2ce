// Statements in the order of their ids, which is not that of the graph.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace samgak::detail {

/// Goes through the ids in stretches, each of which is sought in the whole column of ids: what is
/// in memory are the rows of one stretch, 32,768 or so.
class StatementsById {
 public:
  explicit StatementsById(const KnowledgeGraph& graph);

  /// Makes the next stretch the present one; false at the end.
  bool next();
  /// Statements of the present stretch.
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(rows_.size()); }
  /// Calls `visit(row)` for those of the present stretch from `begin` to `end`.
  template <typename Visit>
  void for_each(std::uint32_t begin, std::uint32_t end, Visit visit) const {
    // What follows should be in the caches by its turn, and what another thread writes in its own.
    for (std::uint32_t i = begin; i < std::min(begin + kRecord, end); ++i) {
      graph_.prefetch_record((*this)[i]);
    }
    for (std::uint32_t i = begin; i < end; ++i) {
      if (i + kRecord < end) graph_.prefetch_record((*this)[i + kRecord]);
      if (i + kIds < end) graph_.prefetch_ids((*this)[i + kIds]);
      visit((*this)[i]);
    }
  }

 private:
  static constexpr std::uint32_t kRecord = 24;
  static constexpr std::uint32_t kIds = 8;

  [[nodiscard]] const StatementRow& operator[](std::uint32_t i) const { return rows_[order_[i]]; }
  void sort();

  const KnowledgeGraph& graph_;
  unsigned bits_ = 0;          ///< of a hash that tell its stretch
  std::uint64_t stretch_ = 0;  ///< the next one
  std::vector<StatementRow> rows_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> begin_;
};

}  // namespace samgak::detail
