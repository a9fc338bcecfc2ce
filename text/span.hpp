// A half-open range of bytes of one text.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace samgak {

/// `[begin, end)` in bytes of `Document::text()`, on UTF-8 boundaries.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return end <= begin; }
  [[nodiscard]] constexpr bool contains(Span o) const { return begin <= o.begin && o.end <= end; }
  [[nodiscard]] constexpr bool overlaps(Span o) const { return begin < o.end && o.begin < end; }
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// The part of `text` that `span` covers. `text` must be the text the span was made for.
[[nodiscard]] inline std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

/// The smallest span that covers both.
[[nodiscard]] constexpr Span cover(Span a, Span b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace samgak
