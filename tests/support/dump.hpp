// Documents as text that is short enough to write by hand.
#pragma once

#include <string>

#include "text/document.hpp"

namespace samgak {

/// One line a section: `kind level ^header: text`. A level of 0 and an absent header row are left
/// out; cells are separated by ` | `, line feeds inside a cell written `\n`.
[[nodiscard]] std::string dump_sections(const Document& document);

}  // namespace samgak
