// The day of publication by the lines of a page.
#pragma once

#include "readers/judged_page.hpp"

namespace samgak {

/// Improves `page.page.published` by bylines and date lines above the body and right below it, by
/// captions, and last by the neighbours that a board shows. Needs `core`.
void find_publication_date(JudgedPage& page);

}  // namespace samgak
