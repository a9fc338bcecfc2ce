// Markdown with inline HTML, and Jekyll posts with front matter.
#pragma once

#include "readers/reader.hpp"

namespace samgak {

[[nodiscard]] const Reader& markdown_reader();

}  // namespace samgak
