// The predicate that governs a name, as far as endings tell: has it happened, is it to come?
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

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

/// The predicates of one sentence. Each word is judged once, when somebody first asks what stands
/// behind a name. Refers to text and lexicon.
class Predicates {
 public:
  Predicates(std::string_view text, Span sentence, const Lexicon& lexicon)
      : text_(text.substr(0, sentence.end)), begin_(sentence.begin), lexicon_(&lexicon) {}

  /// The first word behind byte `from` of the text that has a tense: 열었다, 열렸으며, 개최한다고,
  /// 개최할 예정, 열기로 했다, 체결함, 운영 중. Adnominal forms (열린, 합의했던) and connectives
  /// without tense (열고, 열어) are passed over. Looks at most 40 words ahead.
  [[nodiscard]] Predicate behind(std::uint32_t from);

 private:
  struct Word {
    Span span;
    bool judged = false;
    Tense tense = Tense::none;
    bool denied = false;
    bool links = false;  ///< ends a clause: what follows governs the name from a distance
  };
  void find_words();
  void judge(Word& word) const;

  std::string_view text_;  ///< up to the end of the sentence
  std::uint32_t begin_;
  const Lexicon* lexicon_;
  std::vector<Word> words_;
};

/// 체결한, 열린, 맺었던: an adnominal verb that tells of the past; not 하는, 체결할.
[[nodiscard]] bool is_past_adnominal(std::string_view word);

/// The same for a whole English sentence: will be held, was held, did not sign.
[[nodiscard]] Predicate english_predicate(std::string_view sentence, const Lexicon& lexicon);

}  // namespace samgak
