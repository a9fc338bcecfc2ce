#include "exporters/detail/type_style.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace samgak::detail {

namespace {

constexpr std::array<TypeStyle, 9> kStyles = {{
    {"Agreement", 0xFCE7D2, 0xC96A12, "note"},
    {"Country", 0xDCE9F7, 0x2F6DB5, "box"},
    {"Meeting", 0xD9F2F2, 0x1E8A8A, "box", true},
    {"Ministry", 0xE3F1E1, 0x3B8B41, "box"},
    {"Organization", 0xFFF1CC, 0xB98900, "box"},
    {"Person", 0xFBE3E1, 0xC2453B, "ellipse"},
    {"Place", 0xECECEC, 0x666666, "ellipse"},
    {"Programme", 0xEFE6DC, 0x8A6239, "tab"},
    {"Technology", 0xE9E2F5, 0x7550B3, "hexagon"},
}};

constexpr std::array<TypeStyle, 3> kOthers = {{
    {"", 0xF6E0EE, 0xB0417F, "box"},
    {"", 0xE4EBC9, 0x6B7F1B, "box"},
    {"", 0xDDE3EA, 0x4A5E73, "box"},
}};

}  // namespace

std::vector<TypeStyle> type_styles(const std::vector<std::string>& types) {
  std::vector<TypeStyle> styles;
  std::size_t others = 0;
  for (const std::string& type : types) {
    const auto* known = std::find_if(kStyles.begin(), kStyles.end(),
                                     [&](const TypeStyle& style) { return style.type == type; });
    styles.push_back(known != kStyles.end() ? *known : kOthers[others++ % kOthers.size()]);
    styles.back().type = type;
  }
  return styles;
}

std::string hex_colour(std::uint32_t colour) {
  return fmt::format("#{:06X}", colour);
}

}  // namespace samgak::detail
