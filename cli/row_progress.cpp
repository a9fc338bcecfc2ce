#include "cli/row_progress.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "cli/terminal.hpp"

namespace samgak {

void RowProgress::add(std::uint64_t rows) {
  done_ += rows;
  const Clock::time_point now = Clock::now();
  if (!shown_ || now - drawn_ < std::chrono::milliseconds(100)) return;
  drawn_ = now;
  visible_ = true;
  fmt::print(stderr, "\r\x1b[K{} of {} rows ({} %)", with_commas(done_), with_commas(total_),
             done_ * 100 / total_);
  std::fflush(stderr);
}

void RowProgress::hide() {
  if (visible_) fmt::print(stderr, "\r\x1b[K");
  visible_ = false;
}

}  // namespace samgak
