#include "extractors/event_words.hpp"

#include <algorithm>

#include "extractors/forms.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

bool is_determiner(std::string_view word, const Lexicon& lexicon) {
  const std::vector<std::string>& words = lexicon.cue("determiner");
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// «핵심광물안보파트너십(MSP) 장관급 회의»: where the acronym begins that ends at `at`, else `at`.
std::uint32_t before_acronym(std::string_view text, std::uint32_t begin, std::uint32_t at) {
  constexpr std::size_t kLongest = 8;  // bytes
  if (at <= begin || text[at - 1] != ')') return at;
  const std::size_t open = text.rfind('(', at);
  if (open == std::string_view::npos || open <= begin || at - open > kLongest + 2) return at;
  const std::string_view gloss = text.substr(open + 1, at - open - 2);
  const bool acronym = !gloss.empty() && std::all_of(gloss.begin(), gloss.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  });
  return acronym ? static_cast<std::uint32_t>(open) : at;
}

}  // namespace

std::string_view without_gloss(std::string_view name) {
  const std::size_t open = name.ends_with(')') ? name.rfind('(') : std::string_view::npos;
  return open == std::string_view::npos || open == 0 ? name : name.substr(0, open);
}

Mention event(Span span, EntityType type, const char* reason) {
  Mention mention;
  mention.span = mention.extent = span;
  mention.type = type;
  mention.reason = reason;
  return mention;
}

bool ends_a_phrase(std::string_view word, const Lexicon& lexicon) {
  return ends_with_any(word, lexicon.cue("phrase_end"));
}

bool ends_an_argument(Span word, const std::vector<Mention>& mentions) {
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
    // «… 장관이»: the post belongs to the name.
    const Span name = m.type == "Person" ? m.extent : m.span;
    return name.overlaps(word) && name.end < word.end && m.role != ParticleRole::none &&
           m.role != ParticleRole::genitive && m.role != ParticleRole::other;
  });
}

std::uint32_t word_start(std::string_view text, std::uint32_t begin, std::uint32_t at) {
  while (at > begin) {
    const CodePoint c = decode_before(text, at);
    const bool ellipsis = c.value == '.' && text.substr(0, at).ends_with("..");
    if (ellipsis || (!is_letter_or_digit(c.value) && !is_middle_dot(c.value) &&
                     !is_hyphen(c.value) && c.value != '.'))
      break;
    at -= c.length;
  }
  return at;
}

std::uint32_t modifiers_begin(std::string_view text, std::uint32_t begin, std::uint32_t word,
                              int most, bool over_acronyms, const std::vector<Mention>& mentions,
                              const Lexicon& lexicon) {
  for (int words = 0; words < most && word > begin && text[word - 1] == ' '; ++words) {
    const std::uint32_t end = over_acronyms ? before_acronym(text, begin, word - 1) : word - 1;
    const std::uint32_t previous = word_start(text, begin, end);
    const Span before{previous, end};
    // «(SED)도 조속히 …»: the particle behind a bracket.
    const bool particle = previous > begin && text[previous - 1] == ')';
    if (before.empty() || particle || ends_an_argument(before, mentions) ||
        is_determiner(slice(text, before), lexicon) || ends_a_phrase(slice(text, before), lexicon))
      break;
    word = previous;
  }
  return word;
}

}  // namespace samgak
