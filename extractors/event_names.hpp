// Meetings, agreements and programmes: names in quotation marks, after an ordinal or after states.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/mention.hpp"
#include "extractors/particles.hpp"

namespace samgak {

/// «공동연구 양해각서(MOU)» without what stands in brackets at its end.
[[nodiscard]] std::string_view without_gloss(std::string_view name);

/// Quoted names (‘…’, “…”, '…', "…", 「…」, 『…』, «…») in `sentence` whose last words are a type
/// word of the lexicon. The class is that of the longest such word. Ids are minted from class and
/// name.
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
                                                     const std::vector<Mention>& mentions,
                                                     const Lexicon& lexicon,
                                                     const ParticleSplitter& particles);

/// Unquoted agreements: called after what they are about («수소 공동개발 협약», «AI 협력
/// 양해각서»), or of a general name that needs no modifier («공동성명»). The ids of general names
/// hold `scope`, so that the joint statements of two documents stay two. A weak type word («협약»)
/// needs a verb of signing behind it.
[[nodiscard]] std::vector<Mention> find_plain_agreements(std::string_view text, Span sentence,
                                                         std::string_view scope,
                                                         const std::vector<Mention>& mentions,
                                                         const Lexicon& lexicon,
                                                         const ParticleSplitter& particles);

/// Words for plans that `text` says are signed or adopted somewhere («로드맵에 서명»): papers
/// there, not programmes.
[[nodiscard]] std::vector<std::string> signed_plans(std::string_view text, const Lexicon& lexicon);

/// Makes agreements of the programmes whose names end in one of `plans`.
void retype_signed_plans(std::string_view text, const std::vector<std::string>& plans,
                         std::vector<Mention>& events);

}  // namespace samgak
