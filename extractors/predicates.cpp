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

Predicate Predicates::behind(std::uint32_t from) {
  constexpr std::ptrdiff_t kMostWords = 40;
  Predicate out;
  if (words_.empty()) find_words();
  // What hangs on the name itself (its particle, its marks) is no predicate.
  auto word = std::partition_point(words_.begin(), words_.end(),
                                   [&](const Word& w) { return w.span.begin <= from; });
  const auto last = words_.end() - word > kMostWords ? word + kMostWords : words_.end();
  for (; word != last; ++word) {
    if (!word->judged) judge(*word);
    out.end = word->span.end;
    out.tense = word->tense;
    out.denied |= word->denied;
    if (out.tense != Tense::none) return out;
    out.direct &= !word->links;
  }
  return out;
}

void Predicates::find_words() {
  for (std::size_t at = begin_; at < text_.size();) {
    const std::size_t end = std::min(text_.find(' ', at), text_.size());
    if (end > at)
      words_.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}});
    at = end + 1;
  }
}

void Predicates::judge(Word& out) const {
  constexpr std::uint32_t kDenialBehind = 8;    // bytes behind the word
  constexpr std::uint32_t kPromiseBehind = 12;  // the same
  out.judged = true;
  const std::string_view whole = slice(text_, out.span);
  const std::string_view rest = text_.substr(out.span.begin);
  const std::string_view word = bare(whole);
  if (starts_with_any(rest, lexicon_->cue("planned_noun"))) {
    out.tense = Tense::planned;
    return;
  }
  if (!word.starts_with("계기로") &&
      lexicon_->cue("promising")
          .begins_within(rest.substr(0, out.span.size() + kPromiseBehind), out.span.size())) {
    out.tense = Tense::promised;
    return;
  }
  out.denied = holds_any(rest.substr(0, out.span.size() + kDenialBehind), lexicon_->cue("denied"));
  const bool ends_text = out.span.end + 1 >= text_.size();
  if (starts_with_any(rest, lexicon_->cue("going_on")) || is_past(word) || is_noun_form(word)) {
    out.tense = Tense::past;
  } else if (is_present(word)) {
    out.tense = Tense::present;
  } else if (word.ends_with("다") && (whole.size() > word.size() || ends_text)) {
    out.tense = Tense::copula;
  } else {
    const PhraseSet& connectives = lexicon_->cue("clause_end");
    connectives.for_each_at_end(
        word, [&](std::uint32_t ending) { out.links |= connectives.phrases()[ending] != "열어"; });
  }
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
