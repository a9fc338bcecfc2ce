// From a page to a document.
#pragma once

#include <string_view>
#include <vector>

#include "readers/page.hpp"
#include "text/diagnostic.hpp"
#include "text/document.hpp"

namespace samgak {

/// Joins wrapped lines, tells the article from its surroundings, marks what repeats, settles the
/// day of publication. Nothing is lost: what is no article stays in the text as noise.
[[nodiscard]] Document make_document(Page page, std::string_view name);

/// False, with a remark, when `bytes` is larger than a document may be.
[[nodiscard]] bool fits_document_limit(std::string_view bytes, std::string_view name,
                                       std::vector<Diagnostic>& diagnostics);

}  // namespace samgak
