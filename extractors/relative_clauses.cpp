#include "extractors/relative_clauses.hpp"

#include <algorithm>
#include <string>

#include "extractors/forms.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

constexpr std::uint32_t kFarthestHead = 90;  // bytes between a verb and the name it describes

/// Technologies and papers are what a whole sentence is about, whichever verb they stand before.
bool is_argument(const Mention& mention) {
  return !mention.attributive && mention.type != "Technology" && mention.type != "Agreement";
}

/// Does a word with 을/를 stand between the two?
bool has_object(std::string_view between) {
  for (std::size_t at = between.find(' '); at != std::string_view::npos;
       at = between.find(' ', at + 1)) {
    const std::string_view before = between.substr(0, at);
    if (before.ends_with("을") || before.ends_with("를")) return true;
  }
  return false;
}

/// «개최하고», «개최하고,»
bool ends_a_clause(std::string_view word, const PhraseSet& endings) {
  if (word.ends_with(',')) word.remove_suffix(1);
  return ends_with_any(word, endings);
}

bool joins(std::string_view between) {
  return between == ", " || between == " " || between.starts_with("와 ") ||
         between.starts_with("과 ") || between == "·" || between == " 및 ";
}

/// «미국 대통령과 함께 방한한 …»: somebody right before the verb whom it joins to its subject.
bool is_company(std::string_view text, const Mention& mention, Span verb) {
  constexpr std::string_view kTogether = " 함께 ";
  return mention.role == ParticleRole::with && mention.extent.end < verb.begin &&
         verb.begin - mention.extent.end <= kTogether.size() + 3 &&
         text.substr(0, verb.begin).ends_with(kTogether);
}

}  // namespace

RelativeClauses::RelativeClauses(std::string_view text, Span sentence,
                                 const std::vector<Mention>& mentions, const Lexicon& lexicon)
    : owner_(mentions.size(), Adnominal::kNone) {
  const PhraseSet& endings = lexicon.cue("clause_end");
  const PhraseSet& verbs = lexicon.cue("adnominal");
  const PhraseSet& no_verbs = lexicon.cue("not_adnominal");
  const PhraseSet& of_head = lexicon.cue("adnominal_of_subject");
  const PhraseSet& rounding = lexicon.cue("complement_noun");
  std::size_t next_mention = 0;
  std::uint32_t clause_begin = sentence.begin;
  for (std::uint32_t begin = sentence.begin; begin < sentence.end;) {
    std::uint32_t end = begin;
    while (end < sentence.end && text[end] != ' ') ++end;
    const Span word{begin, end};
    begin = end + 1;
    while (next_mention < mentions.size() && mentions[next_mention].span.end <= word.begin)
      ++next_mention;
    const bool is_name =
        next_mention < mentions.size() && mentions[next_mention].span.overlaps(word);
    const std::string_view said = slice(text, word);
    if (!is_name && ends_a_clause(said, endings)) clause_begin = end;
    if (is_name || end >= sentence.end || !ends_with_any(said, verbs) ||
        ends_with_any(said, no_verbs))
      continue;

    Adnominal clause;
    clause.word = word;
    const std::string_view behind = text.substr(end + 1, sentence.end - end - 1);
    const bool rounded_off = starts_with_any(behind, rounding);
    std::size_t subject = Adnominal::kNone;
    std::size_t first = next_mention;  // of the mentions that are inside
    for (std::size_t i = next_mention; i-- > 0 && mentions[i].span.begin >= clause_begin;) {
      if (mentions[i].role == ParticleRole::topic || owner_[i] != Adnominal::kNone) break;
      if (mentions[i].role == ParticleRole::subject && !mentions[i].attributive) {
        subject = i;
        break;
      }
    }
    const bool of_its_head = ends_with_any(said, of_head);
    if (subject != Adnominal::kNone && !of_its_head &&
        (rounded_off || !has_object(text.substr(mentions[subject].extent.end,
                                                word.begin - mentions[subject].extent.end)))) {
      clause.subject_is_inside = true;
      first = subject;
    } else {
      while (first > 0 && mentions[first - 1].span.begin >= clause_begin &&
             owner_[first - 1] == Adnominal::kNone) {
        const ParticleRole role = mentions[first - 1].role;
        const bool argument = role == ParticleRole::at || role == ParticleRole::goal ||
                              role == ParticleRole::object || role == ParticleRole::means ||
                              (of_its_head && is_company(text, mentions[first - 1], word));
        if (!argument && !mentions[first - 1].attributive &&
            mentions[first - 1].type != "Technology")
          break;
        --first;
      }
    }
    // The rest of the list that the first one closes: «한국과 일본이 체결한».
    while (first > 0 && first < next_mention && owner_[first - 1] == Adnominal::kNone &&
           mentions[first - 1].span.begin >= clause_begin &&
           (mentions[first - 1].attributive ||
            (mentions[first - 1].extent.end <= mentions[first].extent.begin &&
             joins(text.substr(mentions[first - 1].extent.end,
                               mentions[first].extent.begin - mentions[first - 1].extent.end))))) {
      --first;
    }
    for (std::size_t i = first; i < next_mention; ++i) {
      if (!is_argument(mentions[i]) || mentions[i].span.end > word.begin) continue;
      clause.inside.push_back(i);
      owner_[i] = clauses_.size();
    }
    for (std::size_t i = next_mention; !rounded_off && i < mentions.size(); ++i) {
      if (mentions[i].span.begin > end + kFarthestHead) break;
      const bool names_it = !mentions[i].attributive && mentions[i].type != "Technology";
      if (mentions[i].span.begin < end || !names_it) continue;
      clause.head = i;
      break;
    }
    clauses_.push_back(std::move(clause));
  }
}

const Adnominal* RelativeClauses::at(std::uint32_t at) const {
  const auto it = std::find_if(clauses_.begin(), clauses_.end(), [&](const Adnominal& clause) {
    return clause.word.begin <= at && at < clause.word.end;
  });
  return it == clauses_.end() ? nullptr : &*it;
}

bool RelativeClauses::is_foreign(std::size_t mention, const Adnominal* own) const {
  const std::size_t owner = owner_[mention];
  return owner != Adnominal::kNone && &clauses_[owner] != own;
}

}  // namespace samgak
