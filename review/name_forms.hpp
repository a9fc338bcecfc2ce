// Keys under which different spellings of one name meet.
#pragma once

#include <string>
#include <string_view>

namespace samgak::review {

/// `text` in compatibility form (NFKC: full-width letters, ligatures, compatibility ideographs) and
/// lower case.
[[nodiscard]] std::string compatible_lower(std::string_view text);

/// `compatible_lower` without everything but letters and digits: what is left when spacing and
/// punctuation do not count.
[[nodiscard]] std::string spacing_free_key(std::string_view text);

/// First letters of the words of a Latin name, small words left out, in lower case; empty for less
/// than three words.
[[nodiscard]] std::string initials(std::string_view name);

/// Is `name` nothing but three to eight capital letters?
[[nodiscard]] bool is_acronym(std::string_view name);

/// Digits of `text`, runs separated by a space: names that differ in them name different things.
[[nodiscard]] std::string digits_of(std::string_view text);

/// Are the keys one slip apart: one jamo of a syllable, one Latin letter (changed, lost, doubled,
/// swapped with its neighbour)? False for keys that are too short to tell a slip from another word.
[[nodiscard]] bool one_slip_apart(std::string_view a, std::string_view b);

}  // namespace samgak::review
