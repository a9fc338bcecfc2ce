// The style of the page of a vocabulary.
#pragma once

#include <string_view>

namespace samgak {

/// `publication/vocabulary_page.css`, put into the program when it is built.
[[nodiscard]] std::string_view vocabulary_style();

}  // namespace samgak
