// Plain text: press releases, scraped pages, boards, wire stories.
#pragma once

#include "readers/page.hpp"
#include "readers/reader.hpp"

namespace samgak {

[[nodiscard]] const Reader& plain_text_reader();

/// The lines of source bytes `[begin, end)` as blocks of `page`; tables drawn with lines, bars or
/// tabs as rows.
void read_plain_lines(Page& page, std::size_t begin, std::size_t end);

}  // namespace samgak
