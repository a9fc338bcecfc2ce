// Whether words hold one of several forms. A set of the lexicon is asked in one walk; a plain list,
// which a rule has, form by form.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/phrase_set.hpp"

namespace samgak {

using Forms = std::vector<std::string>;

[[nodiscard]] inline bool holds_any(std::string_view text, const PhraseSet& forms) {
  return forms.in(text);
}
[[nodiscard]] inline bool holds_any(std::string_view text, const Forms& forms) {
  return std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
    return text.find(form) != std::string_view::npos;
  });
}

[[nodiscard]] inline bool starts_with_any(std::string_view text, const PhraseSet& forms) {
  return forms.at_begin_of(text);
}
[[nodiscard]] inline bool starts_with_any(std::string_view text, const Forms& forms) {
  return std::any_of(forms.begin(), forms.end(),
                     [&](const std::string& form) { return text.starts_with(form); });
}

[[nodiscard]] inline bool ends_with_any(std::string_view text, const PhraseSet& forms) {
  return forms.at_end_of(text);
}
[[nodiscard]] inline bool ends_with_any(std::string_view text, const Forms& forms) {
  return std::any_of(forms.begin(), forms.end(),
                     [&](const std::string& form) { return text.ends_with(form); });
}

}  // namespace samgak
