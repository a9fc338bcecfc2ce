// Rows in the order in which they shall be written, each once.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "graph/detail/rows.hpp"

namespace samgak::detail {

/// Numbers of the rows in memory, sorted by `key_of(row)`, a number below `keys`, then by `less`;
/// of equal rows one is kept. The numbers are dealt out by key first, so that only rows of one key
/// are compared.
template <typename Row, typename Less>
std::vector<std::uint32_t> sorted_unique(const Rows<Row>& rows, std::uint32_t keys,
                                         const Less& less) {
  std::vector<std::uint32_t> first(std::size_t{keys} + 1, 0);
  for (std::uint32_t i = 0; i < rows.kept(); ++i) ++first[key_of(rows[i]) + 1];
  for (std::uint32_t key = 0; key < keys; ++key) first[key + 1] += first[key];
  std::vector<std::uint32_t> order(rows.kept());
  {
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    for (std::uint32_t i = 0; i < rows.kept(); ++i) order[next[key_of(rows[i])]++] = i;
  }
  const auto less_at = [&](std::uint32_t a, std::uint32_t b) { return less(rows[a], rows[b]); };
  const auto equal_at = [&](std::uint32_t a, std::uint32_t b) { return !less(rows[a], rows[b]); };
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

/// Walks over all rows in order. Rows on the disk are sorted run by run, then merged while one
/// walks: of each run a few kilobytes are in memory.
template <typename Row, typename Less = std::less<>>
class SortedRows {
 public:
  SortedRows() = default;
  /// Changes each row by `prepare` before it is compared with others.
  template <typename Prepare>
  SortedRows(Rows<Row> rows, std::uint32_t keys, Prepare prepare, Less less = {})
      : rows_(std::move(rows)), less_(less) {
    if (rows_.on_disk() == 0) {
      for (std::uint32_t i = 0; i < rows_.kept(); ++i) prepare(rows_[i]);
      order_ = sorted_unique(rows_, keys, less_);
      if (!order_.empty()) row_ = &rows_[order_.front()];
      return;
    }
    rows_.flush();
    const std::uint32_t run = rows_.run();
    for (std::uint32_t begin = 0; begin < rows_.size(); begin += run) {
      sort_run(begin, std::min(run, rows_.size() - begin), keys, prepare);
    }
    for (std::uint32_t i = 0; i < runs_.size(); ++i) heap_.push_back(i);
    std::make_heap(heap_.begin(), heap_.end(), later());
    merged_ = std::make_unique<Row>();
    take();
  }

  [[nodiscard]] bool done() const { return row_ == nullptr; }
  /// Good until `next`.
  [[nodiscard]] const Row& operator*() const { return *row_; }
  [[nodiscard]] const Row* operator->() const { return row_; }
  void next() {
    if (runs_.empty()) {
      row_ = ++at_ < order_.size() ? &rows_[order_[at_]] : nullptr;
    } else {
      take();
    }
  }
  /// How many rows there are at most.
  [[nodiscard]] std::size_t most() const { return rows_.size(); }

 private:
  /// A sorted run on the disk, and the part of it that is in memory.
  struct Run {
    std::uint32_t next = 0;  ///< row that is read next
    std::uint32_t end = 0;
    std::vector<Row> part;
    std::size_t at = 0;

    [[nodiscard]] const Row& head() const { return part[at]; }
  };
  static constexpr std::uint32_t kPart = 1024;

  template <typename Prepare>
  void sort_run(std::uint32_t begin, std::uint32_t count, std::uint32_t keys, Prepare prepare) {
    Rows<Row> run(BuilderRoom{{}, count, 0});
    std::vector<Row> part(kPart);
    for (std::uint32_t i = 0; i < count; i += kPart) {
      const std::uint32_t some = std::min(kPart, count - i);
      rows_.read(begin + i, part.data(), some);
      for (std::uint32_t k = 0; k < some; ++k) {
        prepare(part[k]);
        run.push_back(part[k]);
      }
    }
    const std::vector<std::uint32_t> order = sorted_unique(run, keys, less_);
    std::uint32_t to = begin;
    for (std::size_t i = 0; i < order.size();) {
      std::uint32_t some = 0;
      for (; some < kPart && i < order.size(); ++some, ++i) part[some] = run[order[i]];
      rows_.write(to, part.data(), some);
      to += some;
    }
    runs_.push_back({begin, to, {}, 0});
    read_part(runs_.back());
  }

  /// False when the run is at its end.
  bool read_part(Run& run) {
    const std::uint32_t some = std::min(kPart, run.end - run.next);
    run.part.resize(some);
    run.at = 0;
    if (some == 0) return false;
    rows_.read(run.next, run.part.data(), some);
    run.next += some;
    return true;
  }

  /// The heap has the run with the least head on top.
  [[nodiscard]] auto later() const {
    return [this](std::uint32_t a, std::uint32_t b) {
      return less_(runs_[b].head(), runs_[a].head());
    };
  }

  /// Makes the next row that differs from the present one the present one.
  void take() {
    while (!heap_.empty()) {
      std::pop_heap(heap_.begin(), heap_.end(), later());
      Run& run = runs_[heap_.back()];
      const Row head = run.head();
      if (++run.at < run.part.size() || read_part(run)) {
        std::push_heap(heap_.begin(), heap_.end(), later());
      } else {
        heap_.pop_back();
      }
      if (row_ != nullptr && !less_(*merged_, head)) continue;
      *merged_ = head;
      row_ = merged_.get();
      return;
    }
    row_ = nullptr;
  }

  Rows<Row> rows_;
  Less less_{};
  const Row* row_ = nullptr;
  // Where all rows are in memory.
  std::vector<std::uint32_t> order_;
  std::size_t at_ = 0;
  // Where they are not.
  std::vector<Run> runs_;
  std::vector<std::uint32_t> heap_;
  std::unique_ptr<Row> merged_;
};

}  // namespace samgak::detail
