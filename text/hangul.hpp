// Hangul syllables taken apart: final consonants decide particles, jamo decide likeness.
#pragma once

#include <cstddef>
#include <string_view>

namespace samgak {

/// Does the last code point of `word` end in a final consonant (받침)? Latin letters and digits are
/// judged by how they are read in Korean (AI «아이», 6G «지»: no; MOU «유»: no; LLM «엠»: yes).
/// False for anything else.
[[nodiscard]] bool has_final_consonant(std::string_view word);

/// Index of the final consonant of a syllable: 0 for none, 4 ㄴ, 8 ㄹ, 16 ㅁ, 17 ㅂ, 20 ㅆ …
/// (Unicode, ch. 3.12).
[[nodiscard]] constexpr int final_consonant(char32_t syllable) {
  return syllable >= 0xAC00 && syllable <= 0xD7A3 ? static_cast<int>((syllable - 0xAC00) % 28) : 0;
}

/// Levenshtein distance of the two words in jamo (a syllable counts as its two or three letters;
/// any other code point as one letter), or `limit + 1` as soon as it must exceed `limit`.
[[nodiscard]] std::size_t jamo_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace samgak
