// What the tagger looks at: the one definition of its features, for training and for tagging.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "extractors/tagger/form_table.hpp"
#include "extractors/tagger/tagger_line.hpp"

namespace samgak {

/// One observation and the characters it speaks about. A trigram speaks about five characters,
/// differently about each: it is looked up once and its weights are a row for each place, the first
/// for character `first`.
struct TaggerFeature {
  std::uint64_t key = 0;
  std::int32_t first = 0;   ///< may lie before the line
  std::uint32_t count = 0;  ///< 1 to 8; `first + count` may lie beyond the line
};

/// Takes a line's features. Holds buffers only; one for each thread.
class TaggerFeatures {
 public:
  /// All features of `line`, in a fixed order. The reference is good until the next call. Whoever
  /// changes what this computes raises `TaggerModel::kFeatureVersion` and trains anew.
  const std::vector<TaggerFeature>& extract(const TaggerLine& line, const FormTable& forms);

 private:
  /// What the list of forms says about one character.
  struct FormTag {
    std::uint16_t value = 0;  ///< `FormTable` value of the form that covers the character, or 0
    std::uint8_t place = 0;   ///< 0 none, 1 first, 2 inside, 3 last, 4 the only character
    std::uint32_t rest = 0;   ///< first character after the form

    [[nodiscard]] std::uint64_t kind() const {
      return static_cast<std::uint64_t>(value & FormTable::kKindMask) << 3 | place;
    }
  };
  struct WordHashes {
    std::uint64_t whole = 0;
    std::uint64_t head = 0;  ///< first two characters
    std::uint64_t tail = 0;  ///< last two characters
  };

  void add(std::uint64_t key, std::ptrdiff_t first, std::uint32_t count) {
    features_.push_back({key, static_cast<std::int32_t>(first), count});
  }
  void add_windows(const TaggerLine& line);
  void add_words(const TaggerLine& line);
  void add_neighbours(const TaggerLine& line);
  void match_forms(const TaggerLine& line, const FormTable& forms);
  void add_forms(const TaggerLine& line);
  void add_neighbour_forms(const TaggerLine& line);
  void add_endings(const TaggerLine& line, const FormTable& forms);

  std::vector<TaggerFeature> features_;
  std::vector<FormTag> tags_;  ///< one for each character and one for each side of the line
  std::vector<WordHashes> hashes_;
};

}  // namespace samgak
