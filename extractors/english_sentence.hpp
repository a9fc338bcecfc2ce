// English sentences: how they are told from Korean ones, their words, and what prepositions make of
// the names behind them.
#pragma once

#include <string_view>
#include <vector>

#include "extractors/mention.hpp"
#include "ontology/lexicon.hpp"

namespace samgak {

/// Do Latin letters outnumber the Hangul syllables of `sentence` by far?
[[nodiscard]] bool is_english(std::string_view sentence);

/// A run of letters and digits, with hyphens, apostrophes and the stops of initials inside it.
struct EnglishWord {
  Span span;
  bool capital = false;  ///< begins with a capital letter
};

/// The words of `sentence`, in order. A possessive «'s» is no part of the word.
[[nodiscard]] std::vector<EnglishWord> english_words(std::string_view text, Span sentence);

/// `text` with the letters A to Z in lower case.
[[nodiscard]] std::string lower_case(std::string_view text);

/// Gives each mention of an English sentence the role that its preposition tells («in Paris» is
/// `at`, «with France» `with`, «by Korea» `means`); a name without one is a subject, a member of a
/// list has the role of the list. A state right before a body, a person or a place is attributive.
/// `mentions` are in text order.
void set_english_roles(std::string_view text, Span sentence, const Lexicon& lexicon,
                       std::vector<Mention>& mentions);

}  // namespace samgak
