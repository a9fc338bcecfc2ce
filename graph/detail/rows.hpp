// Rows that come one by one and in any number.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <type_traits>
#include <vector>

#include "graph/builder_room.hpp"
#include "text/scratch_file.hpp"

namespace samgak::detail {

/// Grows by blocks: rows never move, and growing never needs the room twice. Whenever
/// `BuilderRoom::rows` have come together they go to the disk. At most 2^32 - 1 rows.
template <typename Row>
class Rows {
 public:
  static_assert(std::is_trivially_copyable_v<Row>);

  explicit Rows(const BuilderRoom& room = {}) : file_(room.folder), run_(room.rows) {}

  void push_back(const Row& row) {
    if (kept_ == run_) flush();
    if (kept_ / kBlock == blocks_.size()) blocks_.push_back(std::make_unique<Row[]>(kBlock));
    (*this)[kept_++] = row;
    ++size_;
  }
  [[nodiscard]] std::uint32_t size() const { return size_; }

  /// The rows in memory, numbered from 0.
  [[nodiscard]] std::uint32_t kept() const { return kept_; }
  [[nodiscard]] Row& operator[](std::uint32_t i) { return blocks_[i / kBlock][i % kBlock]; }
  [[nodiscard]] const Row& operator[](std::uint32_t i) const {
    return blocks_[i / kBlock][i % kBlock];
  }

  /// How many rows go to the disk together.
  [[nodiscard]] std::uint32_t run() const { return run_; }
  /// The first `on_disk()` rows lie there.
  [[nodiscard]] std::uint32_t on_disk() const { return size_ - kept_; }
  /// Moves what is in memory to the disk, and gives the memory back.
  void flush() {
    std::uint32_t at = on_disk();
    for (std::uint32_t i = 0; i < kept_; i += kBlock) {
      const std::uint32_t count = std::min(kBlock, kept_ - i);
      write(at, &(*this)[i], count);
      at += count;
    }
    kept_ = 0;
    blocks_.clear();
  }
  void read(std::uint32_t row, Row* rows, std::uint32_t count) const {
    file_.read(std::uint64_t{row} * sizeof(Row), rows, count * sizeof(Row));
  }
  void write(std::uint32_t row, const Row* rows, std::uint32_t count) {
    file_.write(std::uint64_t{row} * sizeof(Row), rows, count * sizeof(Row));
  }

  /// Calls `change(row)` for each row; what it changes is kept.
  template <typename Change>
  void for_each(Change change) {
    std::vector<Row> block(on_disk() == 0 ? 0 : kBlock);
    for (std::uint32_t at = 0; at < on_disk(); at += static_cast<std::uint32_t>(block.size())) {
      const std::uint32_t count = std::min(kBlock, on_disk() - at);
      read(at, block.data(), count);
      for (std::uint32_t i = 0; i < count; ++i) change(block[i]);
      write(at, block.data(), count);
    }
    for (std::uint32_t i = 0; i < kept_; ++i) change((*this)[i]);
  }
  /// Gives the memory back.
  void clear() { *this = Rows(); }

 private:
  static constexpr std::uint32_t kBlock = 1u << 12;

  ScratchFile file_;
  std::uint32_t run_;
  std::uint32_t size_ = 0;
  std::uint32_t kept_ = 0;
  std::vector<std::unique_ptr<Row[]>> blocks_;
};

}  // namespace samgak::detail
