#include "exporters/detail/statements_by_id.hpp"

#include <algorithm>

namespace samgak::detail {

namespace {

/// Rows of a stretch, which need 1 MB and more.
constexpr unsigned kStretchBits = 15;
/// Of a graph however large: each stretch costs a look at all ids.
constexpr unsigned kMostBits = 8;

}  // namespace

StatementsById::StatementsById(const KnowledgeGraph& graph) : graph_(graph) {
  while (bits_ < kMostBits && graph.statement_count() >> (kStretchBits + bits_) != 0) ++bits_;
  // Ids are spread evenly; a little more than an even share is room for all but the strangest
  // stretch.
  const std::size_t share = graph.statement_count() >> bits_;
  rows_.reserve(share + share / 16 + 64);
}

bool StatementsById::next() {
  if (stretch_ >> bits_ != 0) return false;
  graph_.rows_of(stretch_++, bits_, rows_);
  sort();
  return true;
}

/// Deals the rows out by the bits behind those of the stretch, which leaves about one in each
/// place; then what shares a place is put in order.
void StatementsById::sort() {
  constexpr std::size_t kPlaces = std::size_t{1} << kStretchBits;
  const auto place = [this](const StatementRow& row) {
    return row.hash << bits_ >> (64 - kStretchBits);
  };
  begin_.assign(kPlaces + 1, 0);
  for (const StatementRow& row : rows_) ++begin_[place(row) + 1];
  for (std::size_t i = 1; i <= kPlaces; ++i) begin_[i] += begin_[i - 1];
  order_.resize(rows_.size());
  for (std::uint32_t i = 0; i < rows_.size(); ++i) order_[begin_[place(rows_[i])]++] = i;
  std::uint32_t first = 0;
  for (std::size_t i = 0; i < kPlaces; ++i) {
    const std::uint32_t end = begin_[i];
    if (end - first > 1) {
      std::sort(order_.begin() + first, order_.begin() + end,
                [this](std::uint32_t a, std::uint32_t b) { return rows_[a].hash < rows_[b].hash; });
    }
    first = end;
  }
}

}  // namespace samgak::detail
