// Meetings, agreements and programmes by the names that texts set in quotation marks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/mention.hpp"
#include "extractors/particles.hpp"

namespace samgak {

/// Quoted names (‘…’, “…”, '…', "…", 「…」, 『…』, «…») in `sentence` whose last words are a type word of the lexicon.
/// The class is that of the longest such word. Ids are minted from class and name.
[[nodiscard]] std::vector<Mention> find_quoted_names(std::string_view text, Span sentence, const Lexicon& lexicon,
                                                     const ParticleSplitter& particles);

}  // namespace samgak
