// String literals of Cypher.
#pragma once

#include <string_view>

#include "exporters/detail/escape.hpp"

namespace samgak::detail {

/// Between single quotation marks. Controls, line separators and DEL become `\uXXXX`, so that no
/// line of a script begins inside a text. A backslash before `u` ends the literal and begins
/// another: Neo4j's versions differ on when they decode `\u`.
struct CypherEncoder {
  static constexpr std::string_view kSpecial = "'\\\x7F\xC2\xE2";
  static constexpr bool kControls = true;

  static const char* escape(Sink& sink, const char* at, const char* end) {
    switch (*at) {
      case '\'':
        sink.append("\\'");
        return at + 1;
      case '\\':
        sink.append(follows(at, end, "\\u") || follows(at, end, "\\U") ? "\\\\' + '" : "\\\\");
        return at + 1;
      case '\n':
        sink.append("\\n");
        return at + 1;
      case '\t':
        sink.append("\\t");
        return at + 1;
      case '\xC2':
        if (static_cast<std::uint8_t>(at[1]) < 0xA0)
          return numeric(sink, static_cast<std::uint8_t>(at[1]), at + 2);
        break;
      case '\xE2':
        if (follows(at, end, "\xE2\x80\xA8")) return numeric(sink, 0x2028, at + 3);
        if (follows(at, end, "\xE2\x80\xA9")) return numeric(sink, 0x2029, at + 3);
        break;
      default:
        return numeric(sink, static_cast<std::uint8_t>(*at), at + 1);
    }
    sink.put(*at);
    return at + 1;
  }

 private:
  static const char* numeric(Sink& sink, unsigned code, const char* next) {
    sink.append("\\u");
    append_hex4(sink, code);
    return next;
  }
};

inline void append_cypher(Sink& sink, std::string_view text) {
  CypherEncoder encoder;
  sink.put('\'');
  append_escaped(sink, text, encoder);
  sink.put('\'');
}

}  // namespace samgak::detail
