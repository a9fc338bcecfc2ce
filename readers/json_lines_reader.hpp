// JSON Lines: one document a line, `{"id", "title", "date", "text" or "html"}`.
#pragma once

#include <string_view>
#include <vector>

#include "readers/reader.hpp"

namespace samgak {

/// Places in its documents are code points of the `text` (or `html`) value, not of the file,
/// because that is what a caller of `id` and `text` can count in. A title from a field stands at
/// place 0.
[[nodiscard]] const Reader& json_lines_reader();

/// Reads one line. `number` counts lines from 1 and stands in for a missing `id`: `name:number`.
void read_json_line(std::string_view line, std::string_view name, std::size_t number,
                    const DocumentSink& sink, std::vector<Diagnostic>& diagnostics);

}  // namespace samgak
