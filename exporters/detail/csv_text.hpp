// Cells of comma-separated values (RFC 4180).
#pragma once

#include <cstdint>
#include <string_view>

#include "exporters/detail/escape.hpp"
#include "exporters/detail/json_text.hpp"

namespace samgak::detail {

struct CsvEncoder {
  static constexpr std::string_view kSpecial = "\"";
  static constexpr bool kControls = false;
  static const char* escape(Sink& sink, const char* at, const char*) {
    sink.append("\"\"");
    return at + 1;
  }
};

/// An item of a JSON list in a cell. Gephi's table import takes a backslash before a quotation
/// mark, another backslash or a letter of `nrtbf` for an escape of its own, so all are `\uXXXX`
/// here.
struct CsvListEncoder {
  static constexpr std::string_view kSpecial = JsonEncoder::kSpecial;
  static constexpr bool kControls = true;
  static const char* escape(Sink& sink, const char* at, const char* end) {
    const auto byte = static_cast<std::uint8_t>(*at);
    if (byte >= 0x20 && *at != '"' && *at != '\\') return JsonEncoder::escape(sink, at, end);
    sink.append("\\u");
    append_hex4(sink, byte);
    return at + 1;
  }
};

/// `text` between quotation marks, exactly as it is.
inline void append_csv(Sink& sink, std::string_view text) {
  CsvEncoder encoder;
  sink.put('"');
  append_escaped(sink, text, encoder);
  sink.put('"');
}

/// Would a spreadsheet run a cell that begins like this, or misread it as something else than text?
/// Besides the ASCII signs their full-width forms count: some locales take them for the same.
inline bool is_formula(std::string_view text) {
  if (text.empty()) return false;
  if (std::string_view("=+-@\t\r\n").find(text[0]) != std::string_view::npos) return true;
  for (const std::string_view wide :
       {"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"}) {
    if (text.starts_with(wide)) return true;
  }
  return false;
}

}  // namespace samgak::detail
