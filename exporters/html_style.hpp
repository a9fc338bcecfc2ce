// The style that pages for people share.
#pragma once

#include <string_view>

namespace samgak {

/// `exporters/html_page.css`, put into the program when it is built.
[[nodiscard]] std::string_view html_style();

}  // namespace samgak
