#include "exporters/detail/label_text.hpp"

#include <algorithm>
#include <vector>

#include "text/utf8.hpp"

namespace samgak::detail {

std::string_view beginning(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  std::size_t end = bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

std::string shortened(std::string_view text, std::size_t bytes, std::uint64_t& cuts) {
  std::string out(beginning(text, bytes));
  if (out.size() != text.size()) {
    ++cuts;
    out += "…";
  }
  return out;
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode(text, i);
    columns += c.value >= 0x1100 ? 2 : 1;
    i += c.length;
  }
  return columns;
}

namespace {

struct Word {
  std::string_view text;
  std::size_t width;
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0;;) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    words.push_back({word, columns_of(word)});
    if (end == text.size()) return words;
    at = end + 1;
  }
}

std::size_t lines_for(const std::vector<Word>& words, std::size_t columns) {
  std::size_t lines = 1;
  std::size_t line = words.front().width;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool fits = line + 1 + words[i].width <= columns;
    lines += !fits;
    line = fits ? line + 1 + words[i].width : words[i].width;
  }
  return lines;
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t columns) {
  if (text.size() <= columns) return std::string(text);
  const std::vector<Word> words = words_of(text);
  const std::size_t lines = lines_for(words, columns);
  // As many lines, but no last line that holds one short word alone.
  while (columns > 1 && lines_for(words, columns - 1) == lines) --columns;
  std::string out(words.front().text);
  std::size_t line = words.front().width;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool fits = line + 1 + words[i].width <= columns;
    out += fits ? ' ' : '\n';
    out += words[i].text;
    line = fits ? line + 1 + words[i].width : words[i].width;
  }
  return out;
}

}  // namespace samgak::detail
