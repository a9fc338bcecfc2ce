// Rows that come one by one and in any number, and the order in which they shall be written.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

namespace samgak::detail {

/// Grows by blocks: rows never move, and growing never needs the room twice. At most 2^32 - 1 rows.
template <typename Row>
class Rows {
 public:
  void push_back(const Row& row) {
    if (size_ % kBlock == 0) blocks_.push_back(std::make_unique<Row[]>(kBlock));
    blocks_.back()[size_++ % kBlock] = row;
  }
  [[nodiscard]] std::uint32_t size() const { return size_; }
  [[nodiscard]] Row& operator[](std::uint32_t i) { return blocks_[i / kBlock][i % kBlock]; }
  [[nodiscard]] const Row& operator[](std::uint32_t i) const {
    return blocks_[i / kBlock][i % kBlock];
  }
  void clear() {
    blocks_.clear();
    size_ = 0;
  }

 private:
  static constexpr std::uint32_t kBlock = 1u << 12;
  std::vector<std::unique_ptr<Row[]>> blocks_;
  std::uint32_t size_ = 0;
};

/// Numbers of rows by `key_of(row)`, a number below `keys`, then by `less`; of rows that are
/// `equal` one is kept. The numbers are dealt out by key first, so that only rows of one key are
/// compared.
template <typename Row, typename KeyOf, typename Less, typename Equal>
std::vector<std::uint32_t> sorted_unique(const Rows<Row>& rows, std::uint32_t keys, KeyOf key_of,
                                         Less less, Equal equal) {
  std::vector<std::uint32_t> first(std::size_t{keys} + 1, 0);
  for (std::uint32_t i = 0; i < rows.size(); ++i) ++first[key_of(rows[i]) + 1];
  for (std::uint32_t key = 0; key < keys; ++key) first[key + 1] += first[key];
  std::vector<std::uint32_t> order(rows.size());
  {
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    for (std::uint32_t i = 0; i < rows.size(); ++i) order[next[key_of(rows[i])]++] = i;
  }
  const auto less_at = [&](std::uint32_t a, std::uint32_t b) { return less(rows[a], rows[b]); };
  const auto equal_at = [&](std::uint32_t a, std::uint32_t b) { return equal(rows[a], rows[b]); };
  auto kept = order.begin();
  for (std::uint32_t key = 0; key < keys; ++key) {
    const auto begin = order.begin() + first[key];
    const auto end = order.begin() + first[key + 1];
    if (!std::is_sorted(begin, end, less_at)) std::sort(begin, end, less_at);
    // What is kept moves forward over what was dropped before.
    kept = std::move(begin, std::unique(begin, end, equal_at), kept);
  }
  order.erase(kept, order.end());
  return order;
}

}  // namespace samgak::detail
