// How many rows of a known number are done, on a terminal.
#pragma once

#include <chrono>
#include <cstdint>

namespace samgak {

/// Draws on standard error, at most ten times a second, and wipes itself out at the end. Not
/// thread-safe.
class RowProgress {
 public:
  RowProgress(bool shown, std::uint64_t total) : shown_(shown), total_(total) {}
  ~RowProgress() { hide(); }
  RowProgress(const RowProgress&) = delete;
  RowProgress& operator=(const RowProgress&) = delete;

  void add(std::uint64_t rows);
  /// Takes the line away, so that others can be written.
  void hide();

 private:
  using Clock = std::chrono::steady_clock;
  const bool shown_;
  const std::uint64_t total_;
  std::uint64_t done_ = 0;
  Clock::time_point drawn_{};
  bool visible_ = false;
};

}  // namespace samgak
