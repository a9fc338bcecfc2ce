#include "review/romanisation.hpp"

#include <array>
#include <cstdint>
#include <vector>

#include "text/utf8.hpp"

namespace samgak::review {
namespace {

using Spellings = std::array<std::string_view, 5>;

// In the order of Unicode's jamo; unused places are empty. An empty spelling that is meant stands
// as "-".
constexpr std::array<Spellings, 19> kInitials{{{"g", "k"},
                                               {"kk", "gg", "k"},
                                               {"n"},
                                               {"d", "t"},
                                               {"tt", "dd", "t"},
                                               {"r", "l"},
                                               {"m"},
                                               {"b", "p"},
                                               {"pp", "bb", "p"},
                                               {"s", "sh"},
                                               {"ss", "s"},
                                               {"-"},
                                               {"j", "ch", "z"},
                                               {"jj", "j", "ch"},
                                               {"ch"},
                                               {"k"},
                                               {"t"},
                                               {"p", "ph"},
                                               {"h"}}};
constexpr std::array<Spellings, 21> kVowels{{{"a", "ah"},
                                             {"ae", "ai", "e", "ay"},
                                             {"ya", "yah"},
                                             {"yae"},
                                             {"eo", "u", "o", "uh", "ou"},
                                             {"e", "ae"},
                                             {"yeo", "yu", "you", "yo", "yuh"},
                                             {"ye", "yae", "e"},
                                             {"o", "oh"},
                                             {"wa"},
                                             {"wae"},
                                             {"oe", "oi", "wae", "we"},
                                             {"yo"},
                                             {"u", "oo", "woo", "wu"},
                                             {"wo", "weo", "won"},
                                             {"we"},
                                             {"wi", "ui", "wee"},
                                             {"yu", "yoo", "you"},
                                             {"eu", "u", "oo"},
                                             {"ui", "eui", "ee", "i"},
                                             {"i", "ee", "yi", "ie"}}};
constexpr std::array<Spellings, 28> kFinals{
    {{"-", "h"}, {"k", "g"}, {"k"}, {"k"}, {"n"}, {"n"}, {"n"}, {"t", "d"}, {"l", "r"}, {"k", "g"},
     {"m"},      {"l"},      {"l"}, {"l"}, {"p"}, {"l"}, {"m"}, {"p", "b"}, {"p"},      {"t", "s"},
     {"t", "s"}, {"ng"},     {"t"}, {"t"}, {"k"}, {"t"}, {"p"}, {"t", "h"}}};

struct Syllable {
  std::size_t initial;
  std::size_t vowel;
  std::size_t final;
};

Syllable take_apart(char32_t c) {
  const std::size_t number = c - 0xAC00;
  return {number / 588, number / 28 % 21, number % 28};
}

/// Positions in `latin` that can be reached from one of `from` by one of the spellings.
std::vector<bool> step(std::string_view latin, const std::vector<bool>& from,
                       const Spellings& spellings) {
  std::vector<bool> to(latin.size() + 1, false);
  for (std::size_t at = 0; at <= latin.size(); ++at) {
    if (!from[at]) continue;
    for (const std::string_view spelling : spellings) {
      if (spelling.empty()) break;
      if (spelling == "-") {
        to[at] = true;
      } else if (latin.substr(at).starts_with(spelling)) {
        to[at + spelling.size()] = true;
      }
    }
  }
  return to;
}

/// ㄱ, ㅋ and ㄲ are one class, so are d and t: readers of Korean write either.
char class_of_letter(char c) {
  switch (c) {
    case 'g':
    case 'k':
    case 'q':
      return 'K';
    case 'd':
    case 't':
      return 'T';
    case 'b':
    case 'p':
    case 'f':
      return 'P';
    case 'r':
    case 'l':
      return 'L';
    case 'j':
    case 'c':
    case 'z':
      return 'C';
    case 's':
      return 'S';
    case 'm':
      return 'M';
    case 'n':
      return 'N';
    default:
      return 0;
  }
}

void append_class(std::string& out, char c) {
  // Doubled consonants (kk, ss, and one syllable's end before the next one's beginning) count once.
  if (c != 0 && (out.empty() || out.back() != c)) out += c;
}

void append_syllable(std::string& out, char32_t c) {
  const Syllable s = take_apart(c);
  append_class(out, class_of_letter(kInitials[s.initial][0][0]));
  const std::string_view end = kFinals[s.final][0];
  append_class(out, class_of_letter(end[0]));
  // The g of ng.
  if (end.size() > 1) append_class(out, 'K');
}

/// Words of Latin letters in lower case; the parts of a hyphenated given name are one.
std::vector<std::string> words_of(std::string_view latin) {
  std::vector<std::string> words(1);
  for (const char c : latin) {
    if (c >= 'a' && c <= 'z') {
      words.back() += c;
    } else if (c >= 'A' && c <= 'Z') {
      words.back() += static_cast<char>(c - 'A' + 'a');
    } else if (c == ' ' || c == ',') {
      if (!words.back().empty()) words.emplace_back();
    } else if (c != '-' && c != '\'' && c != '.') {
      return {};
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) out += words[i];
  return out;
}

}  // namespace

bool romanises(std::string_view hangul, std::string_view latin) {
  std::vector<bool> reached(latin.size() + 1, false);
  reached[0] = true;
  for (std::size_t at = 0; at < hangul.size();) {
    const CodePoint c = decode(hangul, at);
    if (!is_hangul_syllable(c.value)) return false;
    const Syllable s = take_apart(c.value);
    reached = step(latin, reached, kInitials[s.initial]);
    reached = step(latin, reached, kVowels[s.vowel]);
    reached = step(latin, reached, kFinals[s.final]);
    at += c.length;
  }
  return !hangul.empty() && reached[latin.size()];
}

std::string consonant_skeleton(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (is_hangul_syllable(c.value)) {
      append_syllable(out, c.value);
    } else if (c.value < 0x80) {
      const char lower =
          static_cast<char>(c.value >= 'A' && c.value <= 'Z' ? c.value + 32 : c.value);
      append_class(out, class_of_letter(lower));
    }
    at += c.length;
  }
  return out;
}

bool is_romanised_person(std::string_view hangul, std::string_view latin, const Lexicon& lexicon) {
  const std::vector<std::string> words = words_of(latin);
  if (words.size() < 2) return false;
  for (const std::size_t syllables : {std::size_t{2}, std::size_t{1}}) {
    const std::size_t split = 3 * syllables;
    if (hangul.size() <= split) continue;
    const auto spellings = lexicon.surname_romanisations.find(std::string(hangul.substr(0, split)));
    if (spellings == lexicon.surname_romanisations.end()) continue;
    const std::string_view given = hangul.substr(split);
    for (const std::string& spelling : spellings->second) {
      if (words.front() == spelling && romanises(given, joined(words, 1, words.size())))
        return true;
      if (words.back() == spelling && romanises(given, joined(words, 0, words.size() - 1))) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace samgak::review
