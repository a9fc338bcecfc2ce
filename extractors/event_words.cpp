#include "extractors/event_words.hpp"

#include <algorithm>
#include <cctype>

#include "extractors/forms.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

bool is_determiner(std::string_view word, const Lexicon& lexicon) {
  const std::vector<std::string>& words = lexicon.cue("determiner");
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::string_view without_gloss(std::string_view name) {
  const std::size_t open = name.ends_with(')') ? name.rfind('(') : std::string_view::npos;
  return open == std::string_view::npos || open == 0 ? name : name.substr(0, open);
}

Mention event(std::string_view text, Span span, const TypeWord& type, std::string_view reason) {
  Mention mention;
  mention.span = mention.extent = span;
  mention.type = type.type;
  std::string prefix = type.type;
  std::transform(prefix.begin(), prefix.end(), prefix.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  mention.entities = {prefix + "/" + name_key(slice(text, span))};
  mention.reason = reason;
  return mention;
}

bool ends_a_phrase(std::string_view word, const Lexicon& lexicon) {
  return ends_with_any(word, lexicon.cue("phrase_end"));
}

bool ends_an_argument(Span word, const std::vector<Mention>& mentions) {
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
    return m.span.overlaps(word) && m.span.end < word.end && m.role != ParticleRole::none &&
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
                              int most, const std::vector<Mention>& mentions,
                              const Lexicon& lexicon) {
  for (int words = 0; words < most && word > begin && text[word - 1] == ' '; ++words) {
    const std::uint32_t previous = word_start(text, begin, word - 1);
    const Span before{previous, word - 1};
    if (before.empty() || ends_an_argument(before, mentions) ||
        is_determiner(slice(text, before), lexicon) || ends_a_phrase(slice(text, before), lexicon))
      break;
    word = previous;
  }
  return word;
}

}  // namespace samgak
