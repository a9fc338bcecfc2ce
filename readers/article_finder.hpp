// The article told from what surrounds it.
#pragma once

#include "readers/judged_page.hpp"

namespace samgak {

/// Gives every block of `page` its kind, by position, shape, words and kinship with the title.
/// Needs what `find_body` sets.
void find_article(JudgedPage& page);

}  // namespace samgak
