// In which language a preferred name is written.
#pragma once

#include <string_view>

namespace samgak::detail {

/// `ko` when the text holds a Hangul syllable or jamo, otherwise empty: a name in Latin letters or
/// Han alone may belong to any language, and saying none is better than saying a wrong one.
[[nodiscard]] inline std::string_view language_of(std::string_view text) {
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const auto a = static_cast<unsigned char>(text[i]);
    const auto b = static_cast<unsigned char>(text[i + 1]);
    const bool syllable =
        (a == 0xEA && b >= 0xB0) || a == 0xEB || a == 0xEC || (a == 0xED && b <= 0x9E);
    const bool jamo = a == 0xE1 && b >= 0x84 && b <= 0x87;
    if (syllable || jamo) return "ko";
  }
  return {};
}

}  // namespace samgak::detail
