#include "extractors/english_sentence.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace samgak {
namespace {

constexpr std::uint32_t kWidestPossessive = 5;  // bytes of «’s »
constexpr std::size_t kMuchMore = 4;            // Latin letters for one Hangul syllable

bool is_capital(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}

/// What stands before `at`, without the articles and possessives that belong to the name there.
std::string_view without_articles(std::string_view before) {
  constexpr std::array<std::string_view, 8> kArticles{"the ", "a ",     "an ",   "its ",
                                                      "The ", "their ", "both ", "new "};
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view article : kArticles) {
      if (before.ends_with(article) &&
          (before.size() == article.size() || before[before.size() - article.size() - 1] == ' ')) {
        before.remove_suffix(article.size());
        found = true;
      }
    }
  }
  return before;
}

ParticleRole role_before(std::string_view before, const Lexicon& lexicon) {
  before = without_articles(before);
  while (before.ends_with(' ')) before.remove_suffix(1);
  for (const std::string& phrase : lexicon.cue("en_delegation")) {
    if (before.ends_with(phrase)) return ParticleRole::subject;
  }
  for (const std::string& pair : lexicon.cue("en_role")) {
    const std::size_t sign = pair.find('=');
    const std::string_view word = std::string_view(pair).substr(0, sign);
    if (!before.ends_with(word)) continue;
    if (before.size() > word.size() && before[before.size() - word.size() - 1] != ' ') continue;
    const std::string_view role = std::string_view(pair).substr(sign + 1);
    if (role == "at") return ParticleRole::at;
    if (role == "with") return ParticleRole::with;
    if (role == "of") return ParticleRole::genitive;
    if (role == "genitive") return ParticleRole::genitive;
    if (role == "goal") return ParticleRole::goal;
    if (role == "means") return ParticleRole::means;
    return ParticleRole::other;
  }
  return ParticleRole::subject;
}

bool joins_list(std::string_view between) {
  return between == ", " || between == " and " || between == ", and " || between == " and the " ||
         between == ", the " || between == " and its ";
}

}  // namespace

bool is_english(std::string_view sentence) {
  std::size_t latin = 0;
  std::size_t hangul = 0;
  for (std::size_t at = 0; at < sentence.size();) {
    const CodePoint c = decode(sentence, at);
    latin += is_latin(c.value) ? 1 : 0;
    hangul += is_hangul_syllable(c.value) ? 1 : 0;
    at += c.length;
  }
  return latin > kMuchMore * hangul && latin >= kMuchMore;
}

std::vector<EnglishWord> english_words(std::string_view text, Span sentence) {
  std::vector<EnglishWord> out;
  for (std::uint32_t at = sentence.begin; at < sentence.end;) {
    const CodePoint first = decode(text, at);
    if (!is_letter_or_digit(first.value)) {
      at += first.length;
      continue;
    }
    std::uint32_t end = at;
    while (end < sentence.end) {
      const CodePoint c = decode(text, end);
      const bool letter = is_letter_or_digit(c.value);
      const bool inner =
          (is_hyphen(c.value) || c.value == '\'' || c.value == U'’' || c.value == '.') &&
          end + c.length < sentence.end && is_letter_or_digit(decode(text, end + c.length).value);
      if (!letter && !inner) break;
      end += c.length;
    }
    std::uint32_t word_end = end;
    for (const std::string_view possessive : {"'s", "’s"}) {
      if (slice(text, {at, word_end}).ends_with(possessive))
        word_end -= static_cast<std::uint32_t>(possessive.size());
    }
    out.push_back({{at, word_end}, is_capital(first.value)});
    at = end;
  }
  return out;
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

void set_english_roles(std::string_view text, Span sentence, const Lexicon& lexicon,
                       std::vector<Mention>& mentions) {
  const Mention* last = nullptr;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    Mention& mention = mentions[i];
    if (i + 1 < mentions.size() && mention.type == "Country") {
      const Mention& next = mentions[i + 1];
      const std::string_view gap =
          next.span.begin >= mention.span.end
              ? text.substr(mention.span.end, next.span.begin - mention.span.end)
              : std::string_view("-");
      const bool bears_state = next.type == "Ministry" || next.type == "Organization" ||
                               next.type == "Person" || next.type == "Place";
      mention.attributive |= bears_state && (gap == "'s " || gap == "’s " || gap == " ");
    }
    const std::uint32_t begin = mention.extent.begin;
    const bool listed = last != nullptr && last->extent.end <= begin &&
                        joins_list(text.substr(last->extent.end, begin - last->extent.end));
    mention.role = listed
                       ? last->role
                       : role_before(text.substr(sentence.begin, begin - sentence.begin), lexicon);
    // «France's Ministry …»: the list goes on at the state before the body.
    if (!listed && last != nullptr && i > 0 && mentions[i - 1].attributive &&
        mentions[i - 1].span.end <= begin &&
        begin <= mentions[i - 1].span.end + kWidestPossessive) {
      mention.role = mentions[i - 1].role;
    }
    if (!mention.attributive) last = &mention;
  }
}

}  // namespace samgak
