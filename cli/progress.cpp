#include "cli/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

#include "cli/terminal.hpp"

namespace samgak {

namespace {

constexpr std::string_view kWipe = "\r\x1b[K";

std::string time_left(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::llround(seconds));
  return whole < 60 ? fmt::format("{} s", whole)
                    : fmt::format("{}:{:02} min", whole / 60, whole % 60);
}

}  // namespace

Progress::Progress(bool shown, std::uint64_t total_bytes)
    : shown_(shown), total_bytes_(total_bytes) {}

Progress::~Progress() {
  hide();
}

void Progress::document(std::uint64_t bytes) {
  const std::lock_guard lock(mutex_);
  ++documents_;
  bytes_ += bytes;
  draw();
}

void Progress::file(std::uint64_t size, std::uint64_t counted) {
  const std::lock_guard lock(mutex_);
  // Clean text is shorter than its file as a rule, longer where entities were spelt out.
  bytes_ = bytes_ + size > counted ? bytes_ + size - counted : 0;
  draw();
}

void Progress::hide() {
  const std::lock_guard lock(mutex_);
  if (visible_) fmt::print(stderr, "{}", kWipe);
  visible_ = false;
}

std::uint64_t Progress::documents() const {
  const std::lock_guard lock(mutex_);
  return documents_;
}

double Progress::seconds() const {
  return std::chrono::duration<double>(Clock::now() - started_).count();
}

void Progress::draw() {
  constexpr auto kPause = std::chrono::milliseconds(100);
  constexpr std::size_t kWidth = 24;
  const Clock::time_point now = Clock::now();
  if (!shown_ || now - drawn_ < kPause) return;
  drawn_ = now;
  visible_ = true;
  const double elapsed = std::chrono::duration<double>(now - started_).count();
  const double share =
      total_bytes_ == 0
          ? 0.0
          : std::min(1.0, static_cast<double>(bytes_) / static_cast<double>(total_bytes_));
  std::string line = fmt::format("{} {}, {:.0f} a second", kWipe, counted(documents_, "document"),
                                 static_cast<double>(documents_) / elapsed);
  if (total_bytes_ != 0 && share > 0) {
    const auto full = static_cast<std::size_t>(share * kWidth);
    line = fmt::format("{}[{}{}] {:3.0f} %  {}, {:.0f} a second, {} left", kWipe,
                       std::string(full, '#'), std::string(kWidth - full, '.'), share * 100,
                       counted(documents_, "document"), static_cast<double>(documents_) / elapsed,
                       time_left(elapsed / share - elapsed));
  }
  fmt::print(stderr, "{}", line);
  std::fflush(stderr);
}

}  // namespace samgak
