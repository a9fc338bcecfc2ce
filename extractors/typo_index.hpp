// Misspelt names: one syllable wrong or left out of a long name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace samgak {

/// Built once, then constant. Only Hangul names of 4 to 48 syllables are taken in: shorter ones
/// have neighbours that are ordinary words.
class TypoIndex {
 public:
  void add(std::string_view name, std::uint32_t value);

  /// The value of the one name from which `word` differs by one letter (jamo) of one syllable
  /// («이차전치»), or whose first syllable is left out («심광물») when no name begins like what
  /// remains. Nothing when no name or several come into question. Allocates nothing unless a name
  /// is near.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view word) const;
  /// Shorter words, in bytes, are never near a name.
  static constexpr std::size_t kShortest = 9;

 private:
  struct Name {
    std::uint32_t begin = 0;  ///< byte of `letters_`
    std::uint32_t size = 0;   ///< bytes
    std::uint32_t value = 0;
  };
  /// A name without its syllable at `position`, or without its first one as a word of its own;
  /// names of several values under one key make it useless.
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t name = 0;  ///< index in `names_` + 1; 0 for a free slot
    std::uint8_t position = 0;
    bool ambiguous = false;
  };

  [[nodiscard]] std::string_view text_of(const Slot& slot) const {
    const Name& name = names_[slot.name - 1U];
    return std::string_view(letters_).substr(name.begin, name.size);
  }
  [[nodiscard]] bool same_key(const Slot& slot, std::string_view word, std::uint8_t position) const;
  /// The slot of a key, or the free one where it belongs. `word` is the key's word as it was met:
  /// with the syllable at `position`, or without its first one for `kHeadless`.
  [[nodiscard]] std::size_t place_of(std::uint64_t hash, std::string_view word,
                                     std::uint8_t position) const;
  void put(std::uint64_t hash, std::string_view word, std::uint8_t position);
  void grow();

  std::string letters_;
  std::vector<Name> names_;
  std::vector<Slot> slots_;  ///< a power of two, at most half of them used
  std::size_t used_ = 0;
  std::unordered_set<std::uint64_t> beginnings_;  ///< first two syllables of all names
};

}  // namespace samgak
