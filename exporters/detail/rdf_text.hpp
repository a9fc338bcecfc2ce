// Literals of N-Quads, Turtle and TriG, and the IRIs that all three write out.
#pragma once

#include <string_view>

#include "exporters/detail/escape.hpp"

namespace samgak::detail {

inline constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
inline constexpr std::string_view kRdfs = "http://www.w3.org/2000/01/rdf-schema#";
inline constexpr std::string_view kSkos = "http://www.w3.org/2004/02/skos/core#";
inline constexpr std::string_view kProv = "http://www.w3.org/ns/prov#";
inline constexpr std::string_view kXsd = "http://www.w3.org/2001/XMLSchema#";

/// Escapes what canonical N-Quads escapes (RDFC-1.0, appendix A): controls, DEL, the quotation
/// mark, the backslash and the two noncharacters that XML does not know. With `kVisible` also C1
/// controls, line separators and bidirectional marks, which a person who reads Turtle would not
/// see.
template <bool kVisible>
struct RdfEncoder {
  static constexpr std::string_view kSpecial =
      kVisible ? std::string_view("\"\\\x7F\xEF\xC2\xE2") : std::string_view("\"\\\x7F\xEF");
  static constexpr bool kControls = true;

  static const char* escape(Sink& sink, const char* at, const char* end) {
    switch (*at) {
      case '"':
        sink.append("\\\"");
        return at + 1;
      case '\\':
        sink.append("\\\\");
        return at + 1;
      case '\t':
        sink.append("\\t");
        return at + 1;
      case '\b':
        sink.append("\\b");
        return at + 1;
      case '\n':
        sink.append("\\n");
        return at + 1;
      case '\r':
        sink.append("\\r");
        return at + 1;
      case '\f':
        sink.append("\\f");
        return at + 1;
      default:
        break;
    }
    const auto byte = [&](int i) { return static_cast<std::uint8_t>(at[i]); };
    if (byte(0) < 0x80) return numeric(sink, byte(0), at + 1);
    const bool two = byte(0) == 0xC2;
    const unsigned code = two ? (byte(1) & 0x3Fu) | 0x80u
                              : (byte(0) & 0xFu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
    if (is_hidden(code)) return numeric(sink, code, at + (two ? 2 : 3));
    sink.put(*at);
    static_cast<void>(end);
    return at + 1;
  }

 private:
  static bool is_hidden(unsigned code) {
    if (code == 0xFFFE || code == 0xFFFF) return true;
    return kVisible && ((code >= 0x80 && code < 0xA0) || code == 0x200E || code == 0x200F ||
                        (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069));
  }
  static const char* numeric(Sink& sink, unsigned code, const char* next) {
    sink.append("\\u");
    append_hex4(sink, code);
    return next;
  }
};

/// `text` between quotation marks.
template <bool kVisible>
inline void append_rdf_literal(Sink& sink, std::string_view text) {
  RdfEncoder<kVisible> encoder;
  sink.put('"');
  append_escaped(sink, text, encoder);
  sink.put('"');
}

}  // namespace samgak::detail
