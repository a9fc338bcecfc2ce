// The form of a line in which the phrases of page furniture are looked for.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "readers/noise_phrases.hpp"

namespace samgak {

/// Spaces out, ASCII in lower case, marks at the beginning off.
class LineKey {
 public:
  /// Bytes of a line that has a key. Longer lines are prose: only a few marks at their ends are
  /// looked for.
  static constexpr std::size_t kLongest = 600;

  explicit LineKey(std::string_view line);
  LineKey(const LineKey&) = delete;
  LineKey& operator=(const LineKey&) = delete;

  /// The key without brackets around it.
  [[nodiscard]] std::string_view bare() const { return bare_; }
  /// The first row of the table that the line fits, null without one.
  [[nodiscard]] const NoisePhrase* phrase() const;

 private:
  std::array<char, kLongest> room_;
  std::string_view key_;  ///< in `room_`
  std::string_view bare_;
};

}  // namespace samgak
