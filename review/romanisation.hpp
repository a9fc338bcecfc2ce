// Does a name in Latin letters write a Korean name? Every usual way of romanising counts.
#pragma once

#include <string>
#include <string_view>

#include "ontology/lexicon.hpp"

namespace samgak::review {

/// Do the letters of `latin` (lower case, nothing else) write the syllables of `hangul`, in
/// Revised, McCune–Reischauer or a way that people use for their names? `hangul` must be syllables
/// only.
[[nodiscard]] bool romanises(std::string_view hangul, std::string_view latin);

/// Consonants of a romanised or Hangul text in rough classes: names of which one romanises the
/// other have the same. For finding candidates.
[[nodiscard]] std::string consonant_skeleton(std::string_view text);

/// Is `latin` («Ahn Duk-geun», «Duk-geun Ahn») the Korean name `hangul` (안덕근)? The family name
/// is read by the list of usual spellings, before or after the given name.
[[nodiscard]] bool is_romanised_person(std::string_view hangul, std::string_view latin,
                                       const Lexicon& lexicon);

}  // namespace samgak::review
