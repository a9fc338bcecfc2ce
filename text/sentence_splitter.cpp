#include "text/sentence_splitter.hpp"

#include "text/utf8.hpp"

namespace samgak {
namespace {

/// +1 for an opening mark, -1 for a closing one. Double quotation marks are counted apart: what
/// somebody said may hold several sentences.
int nesting(char32_t c) {
  switch (c) {
    case U'‘':
    case U'「':
    case U'『':
    case U'(':
    case U'[':
    case U'《':
    case U'〈':
      return 1;
    case U'’':
    case U'」':
    case U'』':
    case U')':
    case U']':
    case U'》':
    case U'〉':
      return -1;
    default:
      return 0;
  }
}

bool is_terminator(char32_t c) {
  return c == '.' || c == '?' || c == '!' || c == U'…' || c == U'。';
}

/// A full stop after a digit or a Latin capital belongs to a date, a number or an initial, not to
/// the sentence.
bool stop_inside_token(std::string_view text, std::size_t stop, Span section) {
  if (text[stop] != '.') return false;
  const CodePoint before = decode_before(text, stop);
  const std::size_t next = stop + 1;
  const bool at_end = next >= section.end;
  const char32_t after = at_end ? U' ' : decode(text, next).value;
  if (!is_space(after)) return true;
  if (is_digit(before.value)) {
    std::size_t k = next;
    while (k < section.end && text[k] == ' ') ++k;
    return k < section.end && (is_digit(decode(text, k).value) || text[k] == '(' || text[k] == '~');
  }
  if (before.value < 'A' || before.value > 'Z') return false;
  const CodePoint second = decode_before(text, stop - 1);
  return second.length == 0 || !is_letter_or_digit(second.value);  // an initial such as «S.»
}

Span trimmed(std::string_view text, Span span) {
  while (span.begin < span.end && is_space(decode(text, span.begin).value))
    span.begin += decode(text, span.begin).length;
  while (span.begin < span.end && is_space(decode_before(text, span.end).value)) {
    span.end -= decode_before(text, span.end).length;
  }
  return span;
}

/// An opening mark that never closes must not glue the rest of the section together.
constexpr std::size_t kLongestBracketed = 1200;

}  // namespace

std::vector<Span> split_sentences(std::string_view text, Span section) {
  std::vector<Span> out;
  std::uint32_t begin = section.begin;
  int depth = 0;
  bool quoted = false;
  std::size_t opened = section.begin;
  const auto cut = [&](std::uint32_t end) {
    const Span sentence = trimmed(text, {begin, end});
    if (!sentence.empty()) out.push_back(sentence);
    begin = end;
    depth = 0;
  };
  for (std::uint32_t at = section.begin; at < section.end;) {
    const CodePoint c = decode(text, at);
    const std::uint32_t next = at + c.length;
    if (const int step = nesting(c.value); step != 0) {
      if (depth == 0) opened = at;
      depth = std::max(0, depth + step);
    } else if (c.value == '"' || c.value == U'“' || c.value == U'”') {
      quoted = c.value == U'“' || (c.value == '"' && !quoted);
      if (quoted) opened = at;
    } else if (is_terminator(c.value) && !stop_inside_token(text, at, section)) {
      std::uint32_t end = next;
      // Marks that close right after the stop belong to the sentence.
      while (end < section.end) {
        const CodePoint d = decode(text, end);
        if (is_terminator(d.value)) {
          end += d.length;
        } else {
          break;
        }
      }
      const bool boundary = end >= section.end || is_space(decode(text, end).value);
      // In what somebody says, a stop behind a Korean verb ends a sentence; one in a title does
      // not.
      const bool open = depth > 0 || (quoted && !is_hangul_syllable(decode_before(text, at).value));
      if (boundary && (!open || at - opened > kLongestBracketed)) {
        cut(end);
        at = end;
        continue;
      }
    }
    at = next;
  }
  cut(section.end);
  return out;
}

}  // namespace samgak
