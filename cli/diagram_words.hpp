// What a diagram prints for types, relations and statuses, in the reader's language.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace samgak {

using DiagramWords = std::map<std::string, std::string, std::less<>>;

/// By `language` (`ko`, `en`, `ja`), from the labels of Samgak's own ontology. Throws `LoadError`
/// when there is none.
[[nodiscard]] DiagramWords diagram_words(std::string_view language);

}  // namespace samgak
