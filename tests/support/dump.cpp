#include "tests/support/dump.hpp"

#include <fmt/format.h>

namespace samgak {

std::string dump_sections(const Document& document) {
  std::string out;
  for (const Section& section : document.sections()) {
    out += to_string(section.kind);
    if (section.level != 0) out += fmt::format(" {}", section.level);
    if (section.header_row >= 0) out += fmt::format(" ^{}", section.header_row);
    out += ": ";
    for (const char c : slice(document.text(), section.span)) {
      if (c == '\t') {
        out += " | ";
      } else if (c == '\n') {
        out += "\\n";
      } else {
        out += c;
      }
    }
    out += '\n';
  }
  return out;
}

}  // namespace samgak
