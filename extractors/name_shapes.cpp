#include "extractors/name_shapes.hpp"

#include <algorithm>
#include <string>

#include "text/utf8.hpp"

namespace samgak {
namespace {

/// From this margin on, nine of ten people of the tagger are right (ontology/models/README.md).
constexpr float kSureMargin = 1.5F;

bool is_hangul_word(std::string_view word) {
  for (std::size_t at = 0; at < word.size(); at += decode(word, at).length) {
    if (!is_hangul_syllable(decode(word, at).value)) return false;
  }
  return !word.empty();
}

bool is_capital(std::string_view word) {
  return !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
}

bool ends_with_any(std::string_view word, const std::vector<std::string>& endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](const std::string& ending) { return word.ends_with(ending); });
}

}  // namespace

std::uint32_t skip_spaces_back(std::string_view text, std::uint32_t begin, std::uint32_t at) {
  while (at > begin && is_space(decode_before(text, at).value))
    at -= decode_before(text, at).length;
  return at;
}

std::uint32_t skip_gloss_back(std::string_view text, std::uint32_t begin, std::uint32_t at) {
  at = skip_spaces_back(text, begin, at);
  if (at == begin || text[at - 1] != ')') return at;
  const std::size_t open = text.rfind('(', at);
  return open == std::string_view::npos || open < begin
             ? at
             : skip_spaces_back(text, begin, static_cast<std::uint32_t>(open));
}

std::uint32_t count_gloss_words(std::string_view gloss) {
  const std::size_t open = gloss.find('(');
  if (open == std::string_view::npos || !is_latin(decode(gloss, open + 1).value)) return 0;
  gloss = gloss.substr(open + 1, gloss.find(')', open) - open - 1);
  return static_cast<std::uint32_t>(1 + std::count(gloss.begin(), gloss.end(), ' '));
}

std::uint32_t word_end_behind(std::string_view text, std::uint32_t at) {
  while (at < text.size() && is_letter_or_digit(decode(text, at).value))
    at += decode(text, at).length;
  return at;
}

Span word_before(std::string_view text, std::uint32_t begin, std::uint32_t at) {
  const std::uint32_t end = at;
  while (at > begin) {
    const CodePoint c = decode_before(text, at);
    if (!is_hangul_syllable(c.value) && !is_latin(c.value)) break;
    at -= c.length;
  }
  return {at, end};
}

bool NameShapes::is_korean_name(std::string_view word) const {
  if (!is_hangul_word(word)) return false;
  const std::size_t length = count_code_points(word);
  if (length < 2 || length > 4) return false;
  const std::size_t one = decode(word, 0).length;
  const std::size_t two = one + decode(word, one).length;
  const bool one_syllable = lexicon_.surnames.count(std::string(word.substr(0, one))) > 0;
  const std::size_t family = length > 3 || (length == 3 && !one_syllable) ? two : one;
  if (lexicon_.surnames.count(std::string(word.substr(0, family))) == 0 || family >= word.size())
    return false;
  for (std::size_t at = family; at < word.size(); at += decode(word, at).length) {
    if (lexicon_.given_syllables.count(std::string(word.substr(at, decode(word, at).length))) == 0)
      return false;
  }
  return true;
}

/// A word of Hangul that bears no particle or ending and is no usual word.
bool NameShapes::may_be_a_part(std::string_view word) const {
  const std::size_t length = count_code_points(word);
  const std::vector<std::string>& no_names = lexicon_.cue("not_name");
  const std::vector<std::string>& suffixes = lexicon_.cue("not_name_suffix");
  return is_hangul_word(word) && length <= 6 && (length == 1 || !ends_with_any(word, suffixes)) &&
         !ends_with_any(word, lexicon_.cue("not_name_end")) &&
         std::find(no_names.begin(), no_names.end(), word) == no_names.end();
}

/// Does the word at `at` begin a sentence or a phrase: behind a mark, or behind a word with a
/// particle?
bool NameShapes::begins_a_phrase(std::string_view text, std::uint32_t begin,
                                 std::uint32_t at) const {
  const std::uint32_t before = skip_spaces_back(text, begin, at);
  if (before == begin || !is_letter_or_digit(decode_before(text, before).value)) return true;
  if (ends_with_any(text.substr(begin, before - begin), lexicon_.cue("clause_end"))) return true;
  return ends_with_any(text.substr(begin, before - begin), lexicon_.cue("not_name_end"));
}

// The begin of the two to four words that end at `end` and are all of a phrase; `end` when there
// are none such.
std::uint32_t NameShapes::alone_begin(std::string_view text, std::uint32_t begin,
                                      std::uint32_t end) const {
  constexpr int kMostWords = 4;
  std::uint32_t at = end;
  for (int words = 1; words <= kMostWords; ++words) {
    const Span word = word_before(text, begin, skip_spaces_back(text, begin, at));
    if (word.empty() || !may_be_a_part(slice(text, word))) return end;
    at = word.begin;
    if (begins_a_phrase(text, begin, at)) return words > 1 ? at : end;
  }
  return end;
}

std::optional<std::uint32_t> NameShapes::foreign_name_begin(std::string_view text,
                                                            std::uint32_t begin, Span last,
                                                            const NameSurroundings& around) const {
  constexpr std::uint32_t kMostWords = 4;
  const std::string_view word = slice(text, last);
  // «GCP 조사관»: capitals alone are no name.
  const bool acronym =
      std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool capital = is_capital(word) && count_code_points(word) > 1 && !acronym;
  const std::size_t length = count_code_points(word);
  bool known = capital || lexicon_.transliterated.count(std::string(word)) > 0 ||
               (around.glossed && is_hangul_word(word) && length >= 2 && length <= 6) ||
               (around.foreign && is_korean_name(word) && may_be_a_part(word));
  std::uint32_t name = last.begin;
  std::uint32_t words = 1;
  std::string first_part(word);
  // «쩐 레 홍»: all that stands alone between a phrase and a foreign post is one name.
  const std::uint32_t alone_from = around.foreign ? alone_begin(text, begin, last.end) : last.end;
  const std::uint32_t most =
      around.gloss_words > 0 ? std::min(around.gloss_words, kMostWords) : kMostWords;
  for (; words < most; ++words) {
    const std::uint32_t gap = skip_spaces_back(text, begin, name);
    if (gap == name) break;
    const Span previous = word_before(text, begin, gap);
    const std::string part(slice(text, previous));
    if (part.empty()) break;
    const bool listed = lexicon_.transliterated.count(part) > 0;
    // The gloss tells how many words the name has.
    const bool told = around.gloss_words > words && may_be_a_part(part);
    const bool alone = previous.begin >= alone_from;
    // «응우옌 반 남»: a short part between two others.
    const Span further = word_before(text, begin, skip_spaces_back(text, begin, previous.begin));
    const bool between = around.foreign && count_code_points(part) <= 2 &&
                         lexicon_.transliterated.count(std::string(slice(text, further))) > 0;
    // «살렘 알 마리», «야스퍼르 더 용»: a particle of a name goes with its neighbours.
    const std::vector<std::string>& name_particles = lexicon_.cue("name_particle");
    const auto is_particle = [&](std::string_view w) {
      return std::find(name_particles.begin(), name_particles.end(), w) != name_particles.end();
    };
    const bool joined =
        around.foreign && may_be_a_part(part) && (is_particle(part) || is_particle(first_part));
    const bool belongs = capital ? is_capital(part) : listed || told || alone || between || joined;
    if (!belongs) break;
    name = previous.begin;
    first_part = part;
    known = true;
  }
  // «파울루 멘지스(Paulo Mendes) Fiocruz 총재»: one word in Latin letters behind a name is a body.
  const std::uint32_t before = skip_spaces_back(text, begin, name);
  if (capital && words == 1 && before > begin && text[before - 1] == ')') return std::nullopt;
  return known ? std::optional(name) : std::nullopt;
}

Span NameShapes::name_before(std::string_view text, std::uint32_t begin, std::uint32_t end,
                             const NameSurroundings& around, const SentenceTags& tags) const {
  const Span last = word_before(text, begin, end);
  if (last.empty()) return {};
  const std::string_view word = slice(text, last);
  const bool korean = is_korean_name(word) || lexicon_.surnames.count(std::string(word)) > 0;
  if (korean && !around.foreign) return last;
  // «유법민 산업통상자원부 국장»: three syllables with a family name at such a place, however rare
  // the others are.
  const bool three =
      is_hangul_word(word) && count_code_points(word) == 3 &&
      lexicon_.surnames.count(std::string(word.substr(0, decode(word, 0).length))) > 0;
  if (around.body && !around.foreign && three && may_be_a_part(word) &&
      begins_a_phrase(text, begin, last.begin))
    return last;
  if (const auto name = foreign_name_begin(text, begin, last, around)) return {*name, end};
  for (const TaggedSpan& span : tags.names()) {
    const float least = around.foreign && may_be_a_part(word) ? 0.0F : kSureMargin;
    if (span.type == NameType::person && span.margin >= least && span.span.end == end)
      return span.span;
  }
  return korean && may_be_a_part(word) ? last : Span{};
}

Span NameShapes::words_between(std::string_view text, std::uint32_t begin,
                               std::uint32_t end) const {
  constexpr int kMostWords = 4;
  while (begin < end && text[begin] == ' ') ++begin;
  const Span all{begin, skip_spaces_back(text, begin, end)};
  int words = 0;
  for (std::uint32_t at = all.end; at > all.begin; ++words) {
    const Span word = word_before(text, all.begin, at);
    if (word.empty() || words == kMostWords || !may_be_a_part(slice(text, word))) return {};
    at = skip_spaces_back(text, all.begin, word.begin);
  }
  return words >= 2 ? all : Span{};
}

std::optional<NameShapes::NameBehind> NameShapes::name_behind(std::string_view text,
                                                              std::uint32_t begin,
                                                              std::uint32_t end) const {
  constexpr std::size_t kKoreanName = 9;  // three syllables
  if (begin >= end || text[begin] != ' ') return std::nullopt;
  const std::uint32_t first = begin + 1;
  const std::string_view visible_text = text.substr(0, end);
  const std::string_view korean = visible_text.substr(first, kKoreanName);
  if (korean.size() == kKoreanName && is_korean_name(korean) && may_be_a_part(korean)) {
    const auto name_end = static_cast<std::uint32_t>(first + kKoreanName);
    if (const auto role = particles_.role_at(visible_text, name_end))
      return NameBehind{{first, name_end}, *role};
  }
  std::uint32_t space = first;
  while (space < end && is_hangul_syllable(decode(text, space).value))
    space += decode(text, space).length;
  if (space >= end || text[space] != ' ' ||
      lexicon_.transliterated.count(std::string(slice(text, {first, space}))) == 0)
    return std::nullopt;
  std::uint32_t word_end = space + 1;
  while (word_end < end && is_hangul_syllable(decode(text, word_end).value))
    word_end += decode(text, word_end).length;
  for (std::uint32_t cut = word_end; cut > space + 1; cut -= decode_before(text, cut).length) {
    const std::optional<ParticleRole> role = particles_.role_at(text.substr(0, word_end), cut);
    const bool listed =
        lexicon_.transliterated.count(std::string(slice(text, {space + 1, cut}))) > 0;
    if (role && listed) return NameBehind{{first, cut}, *role};
  }
  return std::nullopt;
}

}  // namespace samgak
