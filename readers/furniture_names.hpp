// What the markup of a page says about its parts.
#pragma once

#include <string_view>

namespace samgak {

/// Does a word of this class, id or role attribute name furniture (`share`, `related`, `gnb` …)?
[[nodiscard]] bool names_furniture(std::string_view attribute);
/// Is this the key of a meta tag with the day of publication?
[[nodiscard]] bool names_publication_date(std::string_view key);

}  // namespace samgak
