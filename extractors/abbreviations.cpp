#include "extractors/abbreviations.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "extractors/forms.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

constexpr std::size_t kLongestGloss = 120;  // bytes
constexpr std::string_view kHereafter = "이하 ";

/// What stands in brackets right behind `at`, empty when nothing does.
std::string_view gloss_behind(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (at >= end || text[at] != '(') return {};
  const std::size_t close = text.find(')', at);
  if (close == std::string_view::npos || close >= end || close - at > kLongestGloss) return {};
  return text.substr(at + 1, close - at - 1);
}

/// The letters at the beginning of `text`, over an opening quotation mark.
std::string_view first_word(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size() && !is_letter_or_digit(decode(text, begin).value))
    begin += decode(text, begin).length;
  std::size_t end = begin;
  while (end < text.size() && is_letter_or_digit(decode(text, end).value))
    end += decode(text, end).length;
  return text.substr(begin, end - begin);
}

/// Capitals and digits alone, two at least: «KRISS», «C2M».
bool is_acronym(std::string_view word) {
  return word.size() >= 2 && std::all_of(word.begin(), word.end(), [](unsigned char c) {
           return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
         });
}

/// One word of Hangul that names no post: «의약품청(스위스메딕)», «유럽형사경찰기구(유로폴)».
bool is_short_name(std::string_view gloss, const Lexicon& lexicon) {
  constexpr std::size_t kShortest = 3;  // code points
  for (std::size_t at = 0; at < gloss.size(); at += decode(gloss, at).length) {
    if (!is_hangul_syllable(decode(gloss, at).value)) return false;
  }
  return count_code_points(gloss) >= kShortest && !ends_with_any(gloss, lexicon.cue("post_noun"));
}

bool is_actor(const Mention& mention) {
  return mention.type == "Ministry" || mention.type == "Organization";
}

}  // namespace

void Abbreviations::add(std::string_view form, const Mention& mention, std::string_view full,
                        bool needs_particle) {
  if (count_code_points(form) < 2) return;
  meanings_[std::string(form)] = {mention.type, mention.entities.front(), mention.state, full,
                                  needs_particle};
}

bool Abbreviations::is_foreign(const Mention& mention) const {
  const GazetteerEntry* entry = entities_.entry(mention.entities.front());
  return entry != nullptr && entry->kind == "Ministry" && entry->parent != nullptr &&
         std::find(states_.begin(), states_.end(), entities_.of(*entry->parent)) == states_.end();
}

bool Abbreviations::is_headed(std::string_view text, std::uint32_t end) const {
  const CodePoint next = decode(text, end);
  return next.value == U'장' && particles_.role_at(text, end + next.length).has_value();
}

void Abbreviations::learn(std::string_view text, Span sentence,
                          const std::vector<Mention>& mentions) {
  const std::vector<std::string>& no_bare = ontology_.lexicon.cue("no_bare_body");
  for (const Mention& mention : mentions) {
    if (!is_actor(mention) || mention.entities.size() != 1) continue;
    const std::string_view name = slice(text, mention.span);
    // A body that no gazetteer has is known from here on.
    const bool listed = entities_.entry(mention.entities.front()) != nullptr;
    if (!listed) add(name, mention, name, false);
    const std::string_view gloss = gloss_behind(text, mention.span.end, sentence.end);
    if (const std::size_t at = gloss.find(kHereafter); at != std::string_view::npos) {
      add(first_word(gloss.substr(at + kHereafter.size())), mention, name, false);
    } else if (is_acronym(gloss) || is_short_name(gloss, ontology_.lexicon)) {
      add(gloss, mention, name, false);
    }
    // «베트남 산업무역부», then «산업무역부».
    if (const std::size_t space = name.find(' ');
        mention.type == "Ministry" && space != std::string_view::npos &&
        name.find(' ', space + 1) == std::string_view::npos)
      add(name.substr(space + 1), mention, name, false);
    // The noun that ends the name, bare: only with a particle, and the last one named so.
    ontology_.lexicon.type_word_forms.for_each_at_end(name, [&](std::uint32_t index) {
      const TypeWord& word = ontology_.lexicon.type_words[index];
      const bool ends = word.type == "Organization" || word.type == "Ministry";
      const bool general = std::find(no_bare.begin(), no_bare.end(), word.word) != no_bare.end();
      if (ends && !general && name.size() > word.word.size()) add(word.word, mention, name, true);
    });
  }
  if (meanings_.size() == forms_.phrases().size()) return;
  std::vector<std::string> forms;
  for (const auto& [form, meaning] : meanings_) forms.push_back(form);
  forms_ = PhraseSet(std::move(forms));
}

void Abbreviations::find(std::string_view text, Span sentence,
                         std::vector<Mention>& mentions) const {
  const std::string_view visible_text = text.substr(0, sentence.end);
  std::vector<Mention> found;
  std::vector<PhraseSet::Hit> hits;
  forms_.find_all(visible_text, sentence.begin, hits);
  for (const auto& [index, at] : hits) {
    const std::string& form = forms_.phrases()[index];
    const Meaning& meaning = meanings_.at(form);
    const Span span{at, static_cast<std::uint32_t>(at + form.size())};
    const bool word_begins = at == 0 || !is_letter_or_digit(decode_before(text, at).value);
    std::optional<ParticleRole> role = particles_.role_at(visible_text, span.end);
    // «세관총국장이»: the post of its head is written into the name.
    const bool headed = !role && form == meaning.full && is_headed(visible_text, span.end);
    if (headed) role = ParticleRole::none;
    const auto clash = [&](const Mention& m) { return m.extent.overlaps(span); };
    // «공단 사장»: a post may follow as well as a particle.
    const bool bare = role == ParticleRole::none && meaning.needs_particle &&
                      (span.end >= sentence.end || text[span.end] != ' ');
    const auto same = std::find_if(mentions.begin(), mentions.end(),
                                   [&](const Mention& m) { return m.span == span; });
    if (same != mentions.end() && is_foreign(*same)) {
      same->entities = {meaning.entity};
      same->reason = {"short for ", meaning.full};
    }
    if (!word_begins || !role || bare || std::any_of(mentions.begin(), mentions.end(), clash) ||
        std::any_of(found.begin(), found.end(), clash)) {
      continue;
    }
    Mention mention;
    mention.span = mention.extent = span;
    mention.type = meaning.type;
    mention.role = *role;
    mention.attributive = headed;
    mention.entities = {meaning.entity};
    mention.state = meaning.state;
    mention.reason = {form == meaning.full ? "named before: " : "short for ", meaning.full};
    found.push_back(std::move(mention));
  }
  if (found.empty()) return;
  std::move(found.begin(), found.end(), std::back_inserter(mentions));
  std::sort(mentions.begin(), mentions.end(),
            [](const Mention& a, const Mention& b) { return a.span < b.span; });
}

}  // namespace samgak
