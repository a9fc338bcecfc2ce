// What the finders of event names share: words, the nouns before a word, the mention they make.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extractors/mention.hpp"
#include "ontology/lexicon.hpp"
#include "text/span.hpp"

namespace samgak {

constexpr int kMostModifiers = 4;  ///< nouns before the type word of an unquoted name

/// «공동연구 양해각서(MOU)» without what stands in brackets at its end.
[[nodiscard]] std::string_view without_gloss(std::string_view name);

/// A mention of the event, or the venue, that `span` names; which one it is remains open.
[[nodiscard]] Mention event(Span span, EntityType type, const char* reason);

/// A word that ends in a case particle or a verbal ending belongs to what comes before, not to the
/// name.
[[nodiscard]] bool ends_a_phrase(std::string_view word, const Lexicon& lexicon);

/// Does a name with a case particle of its own end the word («C-DOT과»)? A genitive may stand
/// inside a name.
[[nodiscard]] bool ends_an_argument(Span word, const std::vector<Mention>& mentions);

/// Where the word begins that ends at `at`, not before `begin`; bytes.
[[nodiscard]] std::uint32_t word_start(std::string_view text, std::uint32_t begin,
                                       std::uint32_t at);

/// Where the nouns begin that stand before the word at `word`, without a particle or an ending: at
/// most `most` of them, not before `begin`. With `over_acronyms` a word may have one in brackets
/// behind it («핵심광물안보파트너십(MSP) 장관급 회의»).
[[nodiscard]] std::uint32_t modifiers_begin(std::string_view text, std::uint32_t begin,
                                            std::uint32_t word, int most, bool over_acronyms,
                                            const std::vector<Mention>& mentions,
                                            const Lexicon& lexicon);

}  // namespace samgak
