// Misspelt names: one syllable wrong or left out of a long name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace samgak {

/// Built once, then constant. Only Hangul names of four syllables and more are taken in: shorter
/// ones have neighbours that are ordinary words.
class TypoIndex {
 public:
  void add(std::string_view name, std::uint32_t value);

  /// The value of the one name from which `word` differs by one letter (jamo) of one syllable
  /// («이차전치»), or whose first syllable is left out («심광물») when no name begins like what
  /// remains. Nothing when no name or several come into question.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view word) const;

 private:
  /// A name without its syllable at `position`; several names under one key make it useless.
  struct Candidate {
    std::uint32_t value = 0;
    std::string name;
    bool ambiguous = false;
  };
  std::unordered_map<std::string, Candidate>
      without_one_;  ///< key: the rest, a line feed, the position
  std::unordered_map<std::string, Candidate>
      headless_;                                ///< key: the name without its first syllable
  std::unordered_set<std::string> beginnings_;  ///< first two syllables of all names
};

}  // namespace samgak
