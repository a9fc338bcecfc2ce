// Titles of English text: a post, and the field of the office that it belongs to.
#pragma once

#include <string_view>
#include <vector>

#include "extractors/english_sentence.hpp"
#include "ontology/lexicon.hpp"

namespace samgak {

/// «Foreign Minister», «Minister for Science and ICT», «Mining Minister».
struct EnglishTitle {
  Span span;
  const Post* post = nullptr;  ///< null when no title stands there
  Span field;                  ///< «Science and ICT»; empty when the post alone says it
};

/// The longest title whose first word is `words[first]`, without words such as «Deputy» before it.
[[nodiscard]] EnglishTitle english_title_at(std::string_view text,
                                            const std::vector<EnglishWord>& words,
                                            std::size_t first, const Lexicon& lexicon);

}  // namespace samgak
