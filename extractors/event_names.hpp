// Meetings, agreements and programmes: names in quotation marks, after an ordinal or after states.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/form_index.hpp"
#include "extractors/mention.hpp"
#include "extractors/particles.hpp"

namespace samgak {

/// Quoted names (‘…’, “…”, '…', "…", 「…」, 『…』, «…») in `sentence` whose last words are a type
/// word of the lexicon. The class is that of the longest such word.
[[nodiscard]] std::vector<Mention> find_quoted_names(std::string_view text, Span sentence,
                                                     const Lexicon& lexicon,
                                                     const ParticleSplitter& particles);

/// Names that begin with an ordinal («제1차», «3차») or with states («한미일», «한-EU») and run to
/// a type word, unquoted: nouns without a particle of their own, at most eight words. `compounds`
/// are the states of the sentence.
[[nodiscard]] std::vector<Mention> find_anchored_names(std::string_view text, Span sentence,
                                                       const std::vector<Mention>& compounds,
                                                       const Lexicon& lexicon,
                                                       const ParticleSplitter& particles);

/// Names that end in a strong type word and begin with the nouns before it, unquoted («공급망
/// 조기경보시스템», «AI 작업반»): up to four words without a particle or an ending. A venue
/// («체르닌궁에서», «랭커스터 하우스에서») needs «에서». Agreements are left to
/// `find_plain_agreements`.
[[nodiscard]] std::vector<Mention> find_headed_names(std::string_view text, Span sentence,
                                                     FoundForms type_words,
                                                     const std::vector<Mention>& mentions,
                                                     const Lexicon& lexicon,
                                                     const ParticleSplitter& particles);

}  // namespace samgak
