// Values of XML Schema as shapes compare them.
#pragma once

#include <optional>
#include <string_view>

namespace samgak::shacl {

/// Is `text` a lexical form of `datatype`? Types that Samgak does not know take any text.
[[nodiscard]] bool is_well_formed(std::string_view text, std::string_view datatype);

/// The value of a literal of a numeric type, or nothing.
[[nodiscard]] std::optional<double> numeric_value(std::string_view text, std::string_view datatype);

}  // namespace samgak::shacl
