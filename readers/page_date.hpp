// The day on which a page was published, from what the page says.
#pragma once

#include <string_view>

#include "text/date.hpp"

namespace samgak {

/// The first full date in `text`: `2024-06-26T…`, `2024.06.26`, `2024. 6. 26.`, `2024년 6월 26일`,
/// `’24. 6. 26.`, `24-06-26 09:12`, `June 26, 2024`, `26 Jun 2024`. Unknown when there is none.
[[nodiscard]] Date find_date(std::string_view text);

/// Does it begin with the English name of a month, in full or cut short?
[[nodiscard]] bool opens_with_month(std::string_view text);

/// `/2024/06/26/`, `/2024/06/`, `/20240626…`; unknown when there is none.
[[nodiscard]] Date date_in_url(std::string_view url);

}  // namespace samgak
