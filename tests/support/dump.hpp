// Documents as text that is short enough to write by hand.
#pragma once

#include <string>

#include "text/document.hpp"

namespace samgak {

/// One line a section: `kind level | text`, table cells separated by ` | `, `^n` before the row of
/// a table whose header is section n. Line feeds inside a cell are written `\n`.
[[nodiscard]] std::string dump_sections(const Document& document);

}  // namespace samgak
