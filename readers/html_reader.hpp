// HTML pages.
#pragma once

#include "readers/page.hpp"
#include "readers/reader.hpp"

namespace samgak {

[[nodiscard]] const Reader& html_reader();

/// The blocks of all of `page`'s source, read as HTML. Remarks about `name` are added to
/// `diagnostics`.
void read_html(Page& page, std::string_view name, std::vector<Diagnostic>& diagnostics);

}  // namespace samgak
