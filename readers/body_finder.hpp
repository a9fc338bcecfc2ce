// Where the article begins, and its title.
#pragma once

#include "readers/judged_page.hpp"

namespace samgak {

/// Sets `core`, `core_pairs` and `title` of `page`. The title is the one given beside the text, the
/// block that says what the page's metadata call it, or the first line above the body that the body
/// speaks of.
void find_body(JudgedPage& page);

}  // namespace samgak
