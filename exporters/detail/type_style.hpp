// How nodes of a type look, the same in every drawn format.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace samgak::detail {

/// Colours as 0xRRGGBB: `fill` is pale enough for dark text on it, `line` dark enough for a thin
/// line on white.
struct TypeStyle {
  std::string_view type;
  std::uint32_t fill = 0;
  std::uint32_t line = 0;
  std::string_view dot_shape;
  bool rounded = false;  ///< corners of the shape
};

/// One style a type, in order; types that Samgak does not know share a few colours in turn.
[[nodiscard]] std::vector<TypeStyle> type_styles(const std::vector<std::string>& types);

/// `#rrggbb`.
[[nodiscard]] std::string hex_colour(std::uint32_t colour);

}  // namespace samgak::detail
