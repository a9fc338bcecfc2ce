// Text in DOT: quoted strings, and the HTML of a label.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "exporters/detail/escape.hpp"
#include "text/utf8.hpp"

namespace samgak::detail {

constexpr bool is_noncharacter(char32_t c) {
  return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

/// A quoted string: no HTML mode, no escape of the label language, no entity survives from data.
struct DotEncoder {
  static constexpr std::string_view kSpecial = "\"\\&\x7F\xEF\xF0\xF1\xF2\xF3\xF4";
  static constexpr bool kControls = true;
  std::uint64_t& replaced;

  const char* escape(Sink& sink, const char* at, const char* end) const {
    switch (*at) {
      case '"':
        sink.append("\\\"");
        break;
      case '\\':
        sink.append("\\\\");
        break;
      case '&':
        sink.append("&amp;");
        break;
      case '\n':
        sink.append("\\n");
        break;
      case '\r':
        if (!follows(at, end, "\r\n")) sink.append("\\n");
        break;
      case '\t':
        sink.put(' ');
        break;
      case '\xEF':
      case '\xF0':
      case '\xF1':
      case '\xF2':
      case '\xF3':
      case '\xF4': {
        // XML takes two of the noncharacters for none of its own, cairo all of them for a want of
        // memory.
        const std::string_view character(at,
                                         std::min<std::size_t>(end - at, *at == '\xEF' ? 3 : 4));
        if (is_noncharacter(decode(character, 0).value)) {
          ++replaced;
          sink.append("\xEF\xBF\xBD");
        } else {
          sink.append(character);
        }
        return at + character.size();
      }
      default:
        // A control character would make the SVG that Graphviz writes ill-formed.
        ++replaced;
        sink.append("\xEF\xBF\xBD");
    }
    return at + 1;
  }
};

/// Text of an HTML label.
inline std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const std::string_view special = c == '&'   ? "&amp;"
                                     : c == '<' ? "&lt;"
                                     : c == '>' ? "&gt;"
                                                : "";
    if (special.empty()) {
      out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    } else {
      out += special;
    }
  }
  return out;
}

}  // namespace samgak::detail
