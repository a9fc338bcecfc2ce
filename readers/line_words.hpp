// Lines taken apart into words.
#pragma once

#include <string>
#include <string_view>

namespace samgak {

/// Calls `visit(word)` for every word of `line`: what stands between blanks, bars, slashes and
/// arrows.
template <typename Visit>
void for_each_word(std::string_view line, Visit visit) {
  std::size_t begin = 0;
  const auto is_border = [](char c) {
    // Most bytes, all of Hangul, lie behind the bar.
    return static_cast<unsigned char>(c) <= '|' &&
           (c == ' ' || c == '|' || c == '>' || c == '\t' || c == '/' || c == '\n');
  };
  while (begin < line.size()) {
    while (begin < line.size() && is_border(line[begin])) ++begin;
    std::size_t end = begin;
    while (end < line.size() && !is_border(line[end])) ++end;
    if (end > begin) visit(line.substr(begin, end - begin));
    begin = end;
  }
}

/// Where the first digit from `at` on stands; the size of `line` without one.
[[nodiscard]] inline std::size_t next_digit(std::string_view line, std::size_t at) {
  while (at < line.size() && (line[at] < '0' || line[at] > '9')) ++at;
  return at;
}

/// Lower case in ASCII; other letters as they are.
[[nodiscard]] inline std::string lower_ascii(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return out;
}

/// Does it look like a mail address?
[[nodiscard]] inline bool is_mail(std::string_view word) {
  const std::size_t at = word.find('@');
  return at != std::string_view::npos && at > 0 && word.find('.', at) != std::string_view::npos;
}

}  // namespace samgak
