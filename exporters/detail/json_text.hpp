// Strings of JSON.
#pragma once

#include <string_view>

#include "exporters/detail/escape.hpp"

namespace samgak::detail {

/// Besides what JSON demands it escapes U+0085, U+2028 and U+2029: programs that read line by line
/// would break there.
struct JsonEncoder {
  static constexpr std::string_view kSpecial = "\"\\\xC2\xE2\x7F";
  static constexpr bool kControls = true;

  static const char* escape(Sink& sink, const char* at, const char* end) {
    switch (*at) {
      case '"':
        sink.append("\\\"");
        break;
      case '\\':
        sink.append("\\\\");
        break;
      case '\n':
        sink.append("\\n");
        break;
      case '\r':
        sink.append("\\r");
        break;
      case '\t':
        sink.append("\\t");
        break;
      case '\xC2':
        if (!follows(at, end, "\xC2\x85")) {
          sink.put(*at);
          break;
        }
        sink.append("\\u0085");
        return at + 2;
      case '\xE2':
        if (follows(at, end, "\xE2\x80\xA8") || follows(at, end, "\xE2\x80\xA9")) {
          sink.append(at[2] == '\xA8' ? "\\u2028" : "\\u2029");
          return at + 3;
        }
        sink.put(*at);
        break;
      default:
        sink.append("\\u");
        append_hex4(sink, static_cast<std::uint8_t>(*at));
    }
    return at + 1;
  }
};

/// `text` between quotation marks.
inline void append_json(Sink& sink, std::string_view text) {
  JsonEncoder encoder;
  sink.put('"');
  append_escaped(sink, text, encoder);
  sink.put('"');
}

}  // namespace samgak::detail
