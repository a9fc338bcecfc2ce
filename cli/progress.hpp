// The bar that shows how far a run is.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>

namespace samgak {

/// Draws on standard error, at most ten times a second, and wipes itself out at the end.
/// Thread-safe. A bar that is not `shown` only counts.
class Progress {
 public:
  Progress(bool shown, std::uint64_t total_bytes);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// One more document is done, which came from about `bytes` of input.
  void document(std::uint64_t bytes);
  /// A file of `size` bytes is done; `counted` of them were told with its documents.
  void file(std::uint64_t size, std::uint64_t counted);
  /// Takes the bar away, so that other lines can be written.
  void hide();

  [[nodiscard]] std::uint64_t documents() const;
  [[nodiscard]] double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;
  void draw();

  const bool shown_;
  const std::uint64_t total_bytes_;
  const Clock::time_point started_ = Clock::now();
  mutable std::mutex mutex_;
  Clock::time_point drawn_ = started_;
  bool visible_ = false;
  std::uint64_t bytes_ = 0;
  std::uint64_t documents_ = 0;
};

}  // namespace samgak
