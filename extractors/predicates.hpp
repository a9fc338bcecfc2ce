// The predicate that governs a name, as far as endings tell: has it happened, is it to come?
#pragma once

#include <cstdint>
#include <string_view>

#include "ontology/lexicon.hpp"
#include "text/span.hpp"

namespace samgak {

enum class Tense { none, past, present, planned, promised, copula };

struct Predicate {
  Tense tense = Tense::none;
  bool direct = true;  ///< no clause ends between the name and the predicate
  bool denied = false;
  std::uint32_t end = 0;  ///< behind its last word, bytes
};

/// The first word behind byte `from` that has a tense: 열었다, 열렸으며, 개최한다고, 개최할 예정,
/// 열기로 했다, 체결함, 운영 중. Adnominal forms (열린, 합의했던) and connectives without tense
/// (열고, 열어) are passed over. Looks at most 40 words ahead, not past `end`.
[[nodiscard]] Predicate predicate_behind(std::string_view text, std::uint32_t from,
                                         std::uint32_t end, const Lexicon& lexicon);

/// 체결한, 열린, 맺었던: an adnominal verb that tells of the past; not 하는, 체결할.
[[nodiscard]] bool is_past_adnominal(std::string_view word);

/// The same for a whole English sentence: will be held, was held, did not sign.
[[nodiscard]] Predicate english_predicate(std::string_view sentence, const Lexicon& lexicon);

}  // namespace samgak
