#include "text/diagnostic.hpp"

#include <fmt/format.h>

#include "text/utf8.hpp"

namespace samgak {

std::string visible(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    const bool control = c.value < 0x20 || (c.value >= 0x7F && c.value < 0xA0);
    const bool bidi = (c.value >= 0x200E && c.value <= 0x200F) ||
                      (c.value >= 0x202A && c.value <= 0x202E) ||
                      (c.value >= 0x2066 && c.value <= 0x2069);
    if (control) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned>(c.value));
    } else if (bidi) {
      out += fmt::format("\\u{{{:x}}}", static_cast<unsigned>(c.value));
    } else {
      out += text.substr(at, c.length);
    }
    at += c.length;
  }
  return out;
}

std::string format_diagnostic(const Diagnostic& d) {
  const char* severity = d.severity == Severity::error     ? "error"
                         : d.severity == Severity::warning ? "warning"
                                                           : "note";
  return fmt::format("{}: {}: {} [{}]", visible(d.source), severity, visible(d.message), d.code);
}

}  // namespace samgak
