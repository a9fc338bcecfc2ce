#include "extractors/predicates.hpp"

#include <algorithm>

#include "extractors/forms.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

constexpr char32_t kFirstSyllable = 0xAC00;
constexpr char32_t kFinals = 28;
constexpr char32_t kFinalN = 4;    // ㄴ
constexpr char32_t kFinalM = 16;   // ㅁ
constexpr char32_t kFinalB = 17;   // ㅂ
constexpr char32_t kFinalSs = 20;  // ㅆ

char32_t final_of(char32_t syllable) {
  return is_hangul_syllable(syllable) ? (syllable - kFirstSyllable) % kFinals : 0;
}

/// 했다, 열렸으며, 됐고: a syllable that ends in ㅆ, of the past; 있다, 겠다 are none.
bool is_past(std::string_view word) {
  if (word.ends_with("던")) return false;
  for (std::size_t at = 0; at < word.size(); at += decode(word, at).length) {
    const char32_t c = decode(word, at).value;
    if (final_of(c) == kFinalSs && c != U'있' && c != U'겠') return true;
  }
  return false;
}

/// The word without what quotes it and without marks: 개최한다고 → 개최한다.
std::string_view bare(std::string_view word) {
  while (!word.empty() && !is_letter_or_digit(decode_before(word, word.size()).value))
    word.remove_suffix(decode_before(word, word.size()).length);
  for (const std::string_view quoting : {"고", "며", "면서", "는"}) {
    if (word.ends_with(quoting) && word.substr(0, word.size() - quoting.size()).ends_with("다"))
      return word.substr(0, word.size() - quoting.size());
  }
  return word;
}

/// 개최한다, 연다, 갖는다, 개최합니다: finite, neither past nor a form of 이다, 있다.
bool is_present(std::string_view word) {
  if (word.ends_with("니다")) {
    const std::string_view stem = word.substr(0, word.size() - std::string_view("니다").size());
    const char32_t last = decode_before(stem, stem.size()).value;
    return final_of(last) == kFinalB && last != U'입' && !stem.ends_with("있습") &&
           !stem.ends_with("아닙");
  }
  if (!word.ends_with("다")) return false;
  const std::string_view stem = word.substr(0, word.size() - std::string_view("다").size());
  return final_of(decode_before(stem, stem.size()).value) == kFinalN || stem.ends_with("는");
}

bool is_noun_form(std::string_view word) {
  const char32_t last = decode_before(word, word.size()).value;
  return word.ends_with("함") || word.ends_with("됨") || word.ends_with("었음") ||
         word.ends_with("했음") || (final_of(last) == kFinalM && word.ends_with("가짐"));
}

}  // namespace

Predicate predicate_behind(std::string_view text, std::uint32_t from, std::uint32_t end,
                           const Lexicon& lexicon) {
  constexpr int kMostWords = 40;
  Predicate out;
  const PhraseSet& planned = lexicon.cue("planned_noun");
  const PhraseSet& promising = lexicon.cue("promising");
  const PhraseSet& denied = lexicon.cue("denied");
  const PhraseSet& connectives = lexicon.cue("clause_end");
  const PhraseSet& going_on = lexicon.cue("going_on");
  std::uint32_t at = from;
  // What hangs on the name itself (its particle, its marks) is no predicate.
  while (at < end && text[at] != ' ') ++at;
  for (int words = 0; words < kMostWords && at < end; ++words) {
    while (at < end && text[at] == ' ') ++at;
    std::uint32_t word_end = at;
    while (word_end < end && text[word_end] != ' ') ++word_end;
    if (word_end == at) break;
    const std::string_view whole = slice(text, {at, word_end});
    const std::string_view rest = slice(text, {at, end});
    const std::string_view word = bare(whole);
    out.end = word_end;
    if (starts_with_any(rest, planned)) {
      out.tense = Tense::planned;
      return out;
    }
    const bool promise =
        !word.starts_with("계기로") &&
        std::any_of(promising.begin(), promising.end(), [&](const std::string& form) {
          const std::size_t found = rest.substr(0, word_end - at + 12).find(form);
          return found != std::string_view::npos && at + found < word_end;
        });
    if (promise) {
      out.tense = Tense::promised;
      return out;
    }
    out.denied |=
        holds_any(rest.substr(0, std::min<std::size_t>(rest.size(), word_end - at + 8)), denied);
    if (starts_with_any(rest, going_on) || is_past(word) || is_noun_form(word)) {
      out.tense = Tense::past;
      return out;
    }
    if (is_present(word)) {
      out.tense = Tense::present;
      return out;
    }
    if (word.ends_with("다") && (whole.size() > word.size() || word_end + 1 >= end)) {
      out.tense = Tense::copula;
      return out;
    }
    out.direct &=
        std::none_of(connectives.begin(), connectives.end(), [&](const std::string& ending) {
          return ending != "열어" && bare(whole).ends_with(ending);
        });
    at = word_end;
  }
  return out;
}

bool is_past_adnominal(std::string_view word) {
  if (word.ends_with("던")) return true;
  const char32_t last = decode_before(word, word.size()).value;
  return final_of(last) == kFinalN && last != U'는';
}

Predicate english_predicate(std::string_view sentence, const Lexicon& lexicon) {
  Predicate out;
  const auto says = [&](std::string_view kind) { return holds_any(sentence, lexicon.cue(kind)); };
  out.tense = says("english_planned") ? Tense::planned
              : says("english_held")  ? Tense::past
                                      : Tense::none;
  return out;
}

}  // namespace samgak
