// The page without its data, as bundle.cmake makes it from page/.
#pragma once

#include <string_view>

namespace samgak::review {

/// HTML up to the first data block, and from behind the last one to the end.
[[nodiscard]] std::string_view page_head();
[[nodiscard]] std::string_view page_tail();

}  // namespace samgak::review
