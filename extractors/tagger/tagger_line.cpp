#include "extractors/tagger/tagger_line.hpp"

#include "text/utf8.hpp"

namespace samgak {
namespace {

constexpr std::uint16_t kEdgeCode = 1;
constexpr std::uint16_t kBeyondBmp = 2;
constexpr std::uint16_t kBroken = 3;

struct Decoded {
  char32_t value = 0;
  std::uint32_t length = 0;
};

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// Tolerant on purpose: the tagger may be handed raw text, and a broken byte must cost one
// character, no more.
Decoded decode_tolerant(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  const std::uint32_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) return {0, 1};
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::uint32_t i = 1; i < length; ++i) {
    if (!is_continuation(text[at + i])) return {0, 1};
    value = (value << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  }
  return {value, length};
}

CharClass classify(char32_t c) {
  if (is_hangul_syllable(c)) return CharClass::hangul;
  if (is_space(c) || c < 0x20) return CharClass::space;
  if (is_digit(c)) return CharClass::digit;
  if (c >= 'a' && c <= 'z') return CharClass::lower;
  if (c >= 'A' && c <= 'Z') return CharClass::upper;
  switch (c) {
    case '(':
    case '[':
    case '{':
    case '<':
    case 0x2018:
    case 0x201C:
    case 0x300A:
    case 0x3008:
    case 0x300C:
    case 0x300E:
    case 0x3010:
      return CharClass::opening;
    case ')':
    case ']':
    case '}':
    case '>':
    case 0x2019:
    case 0x201D:
    case 0x300B:
    case 0x3009:
    case 0x300D:
    case 0x300F:
    case 0x3011:
      return CharClass::closing;
    case '\'':
    case '"':
      return CharClass::quote;
    case ',':
    case '.':
    case 0xB7:
      return CharClass::dot;
    default:
      break;
  }
  if (is_middle_dot(c)) return CharClass::dot;
  if (is_han(c)) return CharClass::han;
  if (is_kana(c)) return CharClass::kana;
  if (is_latin(c)) return CharClass::lower;
  return CharClass::other;
}

std::uint16_t normalised(char32_t c, CharClass char_class) {
  switch (char_class) {
    case CharClass::digit:
      return '0';
    case CharClass::space:
      return ' ';
    case CharClass::upper:
      return static_cast<std::uint16_t>(c + ('a' - 'A'));
    default:
      if (c == 0) return kBroken;
      if (is_middle_dot(c)) return 0xB7;
      return c > 0xFFFF ? kBeyondBmp : static_cast<std::uint16_t>(c);
  }
}

bool is_word_class(CharClass c) {
  return c >= CharClass::hangul && c <= CharClass::digit;
}

}  // namespace

void TaggerLine::assign(std::string_view text) {
  codes_.assign(kEdge, kEdgeCode);
  classes_.assign(kEdge, CharClass::edge);
  bytes_.clear();
  words_.clear();
  bool inside = false;
  std::uint32_t index = 0;
  for (std::size_t at = 0; at < text.size(); ++index) {
    const Decoded c = decode_tolerant(text, at);
    const CharClass char_class = classify(c.value);
    codes_.push_back(normalised(c.value, char_class));
    classes_.push_back(char_class);
    bytes_.push_back(static_cast<std::uint32_t>(at));
    const bool word = is_word_class(char_class);
    if (word && !inside) words_.push_back({index, index});
    if (word) words_.back().end = index + 1;
    inside = word;
    at += c.length;
  }
  size_ = index;
  bytes_.push_back(static_cast<std::uint32_t>(text.size()));
  codes_.insert(codes_.end(), kEdge, kEdgeCode);
  classes_.insert(classes_.end(), kEdge, CharClass::edge);
}

}  // namespace samgak
