#include "extractors/event_names.hpp"

#include <algorithm>
#include <cctype>

#include "text/utf8.hpp"

namespace samgak {
namespace {

/// A quoted sentence is no name: names are short and hold no finite verb.
constexpr std::size_t kLongestName = 40;  // code points

char32_t closing_mark(char32_t opening) {
  switch (opening) {
    case U'‘': return U'’';
    case U'“': return U'”';
    case U'「': return U'」';
    case U'『': return U'』';
    case U'«': return U'»';
    case U'\'': return U'\'';
    case U'"': return U'"';
    default: return 0;
  }
}

const TypeWord* type_of(std::string_view name, const Lexicon& lexicon) {
  const TypeWord* best = nullptr;
  for (const TypeWord& word : lexicon.type_words) {
    const bool event = word.type == "Meeting" || word.type == "Agreement" || word.type == "Programme";
    if (event && name.size() > word.word.size() && name.ends_with(word.word) &&
        (best == nullptr || word.word.size() > best->word.size())) {
      best = &word;
    }
  }
  return best;
}

}  // namespace

std::vector<Mention> find_quoted_names(std::string_view text, Span sentence, const Lexicon& lexicon,
                                       const ParticleSplitter& particles) {
  std::vector<Mention> out;
  for (std::uint32_t at = sentence.begin; at < sentence.end;) {
    const CodePoint opening = decode(text, at);
    at += opening.length;
    const char32_t closing = closing_mark(opening.value);
    if (closing == 0) continue;
    std::uint32_t end = at;
    while (end < sentence.end && decode(text, end).value != closing) end += decode(text, end).length;
    if (end >= sentence.end) continue;
    const std::string_view name = slice(text, {at, end});
    const TypeWord* type = count_code_points(name) <= kLongestName ? type_of(name, lexicon) : nullptr;
    if (type == nullptr) continue;
    Mention mention;
    mention.span = {at, end};
    mention.type = type->type;
    mention.role = particles.role_at(text.substr(0, sentence.end), end + decode(text, end).length)
                       .value_or(ParticleRole::none);
    std::string prefix = type->type;
    std::transform(prefix.begin(), prefix.end(), prefix.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    mention.entities = {prefix + "/" + name_key(name)};
    mention.reason = "name in quotation marks";
    out.push_back(std::move(mention));
    at = end;
  }
  return out;
}

}  // namespace samgak
