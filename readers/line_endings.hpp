// How a line ends: as a sentence, as a clause, or as neither.
#pragma once

#include <string_view>

namespace samgak {

/// Does the text end as sentences do: a full stop, question or exclamation mark, or a Korean final
/// ending, quotation marks and brackets aside?
[[nodiscard]] bool ends_sentence(std::string_view line);

/// The same without the endings.
[[nodiscard]] bool ends_with_stop(std::string_view line);

/// Does it end in the noun that official papers make of a verb: «…하기로 함», «…였음»?
[[nodiscard]] bool ends_noun_clause(std::string_view line);

/// Does it end in «…니다» or «…요»?
[[nodiscard]] bool ends_politely(std::string_view line);

}  // namespace samgak
