#include "exporters/detail/label_text.hpp"

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

std::string wrapped(std::string_view text, std::size_t columns) {
  std::string out;
  std::size_t line = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find(' ', at);
    if (end == std::string_view::npos) end = text.size();
    const std::string_view word = text.substr(at, end - at);
    std::size_t width = 0;
    for (std::size_t i = 0; i < word.size();) {
      const CodePoint c = decode(word, i);
      width += c.value >= 0x1100 ? 2 : 1;
      i += c.length;
    }
    if (at != 0) {
      const bool fits = line + 1 + width <= columns;
      out += fits ? ' ' : '\n';
      line = fits ? line + 1 : 0;
    }
    out += word;
    line += width;
    at = end + 1;
    if (end + 1 == text.size()) out += ' ';
  }
  return out;
}

}  // namespace samgak::detail
