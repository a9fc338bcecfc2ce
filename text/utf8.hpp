// Walking valid UTF-8, and the few classes of code points that reading Korean needs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace samgak {

/// One code point and the bytes it takes (1 to 4; 0 at the end of the text).
struct CodePoint {
  char32_t value = 0;
  std::uint32_t length = 0;
};

/// The code point that starts at `at`. The text must be valid UTF-8; `at` on a boundary or at its
/// end.
[[nodiscard]] inline CodePoint decode(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]));
  };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0 && at + 1 < text.size()) return {(lead & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  if (lead < 0xF0 && at + 2 < text.size()) {
    return {(lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3};
  }
  if (at + 3 < text.size()) {
    return {(lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F),
            4};
  }
  return {0xFFFD, 1};
}

/// The code point that ends before `at`; length 0 at the beginning of the text.
[[nodiscard]] inline CodePoint decode_before(std::string_view text, std::size_t at) {
  if (at == 0 || at > text.size()) return {};
  std::size_t start = at - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
  return decode(text, start);
}

/// How many code points `text` holds.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

void append_utf8(std::string& out, char32_t code_point);

/// Is `text` valid UTF-8 (RFC 3629: no overlong forms, no surrogates)?
[[nodiscard]] bool is_valid_utf8(std::string_view text);

/// `text` in Unicode normalisation form C (ICU). Returned as it is when it is NFC already.
[[nodiscard]] std::string normalize_nfc(std::string_view text);

[[nodiscard]] constexpr bool is_hangul_syllable(char32_t c) {
  return c >= 0xAC00 && c <= 0xD7A3;
}
[[nodiscard]] constexpr bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0xF900 && c <= 0xFAFF);
}
[[nodiscard]] constexpr bool is_kana(char32_t c) {
  return c >= 0x3041 && c <= 0x30FF && c != 0x30FB;
}
[[nodiscard]] constexpr bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_latin(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF);
}
[[nodiscard]] constexpr bool is_letter_or_digit(char32_t c) {
  return is_hangul_syllable(c) || is_han(c) || is_kana(c) || is_digit(c) || is_latin(c);
}
/// White space, the no-break and ideographic spaces and the zero-width ones included.
[[nodiscard]] constexpr bool is_space(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) ||
         c == 0x202F || c == 0x3000 || c == 0xFEFF;
}
/// The dots that Korean texts set between the members of a list: · ⋅ ‧ ㆍ ・ ∙ •
[[nodiscard]] constexpr bool is_middle_dot(char32_t c) {
  return c == 0xB7 || c == 0x22C5 || c == 0x2027 || c == 0x318D || c == 0x30FB || c == 0x2219 ||
         c == 0x2022;
}
/// Hyphen, the dashes and the tilde-like marks that join names: - ‐ ‑ ‒ – — − －
[[nodiscard]] constexpr bool is_hyphen(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFF0D;
}

/// The key under which two spellings of one name meet: NFC, lower case (ASCII and Latin letters),
/// without spaces, middle dots, hyphens, quotation marks, full stops and commas. «한·미·일» and
/// «한미일» share a key.
[[nodiscard]] std::string name_key(std::string_view text);

}  // namespace samgak
