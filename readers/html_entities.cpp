#include <algorithm>
#include <array>

#include "readers/html_tokenizer.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

struct NamedEntity {
  std::string_view name;  ///< with its semicolon, where it needs one
  std::string_view text;
};

constexpr NamedEntity kEntities[] = {
#include "readers/html_entities.inc"
};
constexpr std::size_t kLongestName = 32;
/// Names that stand without a semicolon («&copy 2024») are at most this long.
constexpr std::size_t kLongestBareName = 6;

// The HTML standard reads these numbers as the characters of windows-1252.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
    0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

const NamedEntity* find_entity(std::string_view name) {
  const auto* it =
      std::lower_bound(std::begin(kEntities), std::end(kEntities), name,
                       [](const NamedEntity& e, std::string_view n) { return e.name < n; });
  return it != std::end(kEntities) && it->name == name ? it : nullptr;
}

int digit_value(char c, bool hexadecimal) {
  if (c >= '0' && c <= '9') return c - '0';
  if (hexadecimal && c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (hexadecimal && c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::size_t decode_number(std::string_view text, std::size_t at, std::string& out) {
  std::size_t end = at + 2;
  const bool hexadecimal = end < text.size() && (text[end] == 'x' || text[end] == 'X');
  if (hexadecimal) ++end;
  const std::size_t digits = end;
  char32_t value = 0;
  for (; end < text.size() && digit_value(text[end], hexadecimal) >= 0; ++end) {
    value = std::min<char32_t>(0x110000,
                               value * (hexadecimal ? 16 : 10) +
                                   static_cast<char32_t>(digit_value(text[end], hexadecimal)));
  }
  if (end == digits) return 0;
  if (value >= 0x80 && value < 0xA0) value = kWindows1252[value - 0x80];
  const bool bad = value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000);
  append_utf8(out, bad ? 0xFFFD : value);
  if (end < text.size() && text[end] == ';') ++end;
  return end - at;
}

}  // namespace

std::size_t decode_html_entity(std::string_view text, std::size_t at, std::string& out) {
  if (at + 2 < text.size() && text[at + 1] == '#') return decode_number(text, at, out);
  std::size_t end = at + 1;
  const auto is_name = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  while (end < text.size() && end - at <= kLongestName && is_name(text[end])) ++end;
  if (end < text.size() && text[end] == ';') {
    if (const NamedEntity* entity = find_entity(text.substr(at + 1, end - at))) {
      out += entity->text;
      return end + 1 - at;
    }
  }
  for (std::size_t length = std::min(kLongestBareName, end - at - 1); length >= 2; --length) {
    if (const NamedEntity* entity = find_entity(text.substr(at + 1, length))) {
      out += entity->text;
      return length + 1;
    }
  }
  return 0;
}

std::string decode_html_entities(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = text[at] == '&' ? decode_html_entity(text, at, out) : 0;
    if (length == 0) out += text[at];
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

}  // namespace samgak
