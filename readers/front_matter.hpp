// Front matter: YAML of a Jekyll post, or `key = value` lines of TOML.
#pragma once

#include <string_view>
#include <vector>

#include "readers/page.hpp"
#include "text/diagnostic.hpp"

namespace samgak {

/// Where the body of `text` begins: after the front matter that opens it between two lines of
/// `---` (YAML) or `+++` (TOML), or at 0.
[[nodiscard]] std::size_t body_begin(std::string_view text);

/// Reads the front matter in source bytes `[0, end)`: title, excerpts and date. What is too large,
/// too deep or uses anchors, aliases or tags is refused whole and reported.
void read_front_matter(Page& page, std::size_t end, std::string_view name,
                       std::vector<Diagnostic>& diagnostics);

}  // namespace samgak
