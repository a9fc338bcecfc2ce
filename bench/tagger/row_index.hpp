// Sentences as the trainer sees them: for each character the rows of weights that speak about it.
#pragma once

#include <compare>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "bench/tagger/corpus.hpp"
#include "extractors/tagger/form_table.hpp"

namespace samgak {

struct IndexedSentence {
  std::vector<std::uint32_t> rows;  ///< of all characters, one after the other
  std::vector<std::uint32_t>
      begins;  ///< where each character's rows begin; one more than there are characters
  std::vector<std::uint8_t> labels;  ///< as `TaggerModel` numbers them
  float weight = 1;                  ///< how much a mistake in this sentence counts

  [[nodiscard]] std::size_t size() const { return labels.size(); }
};

/// `sentence` without the rows that are not among `kept`, which are numbered anew in their order
/// there (rising).
IndexedSentence keep_rows(const IndexedSentence& sentence, const std::vector<std::uint32_t>& kept);

/// Numbers the rows: one for each feature key and each place that it speaks about.
class RowIndex {
 public:
  struct Name {
    std::uint64_t key = 0;
    std::uint32_t place = 0;
    friend auto operator<=>(const Name&, const Name&) = default;
  };

  IndexedSentence add(const TrainingSentence& sentence, const FormTable& forms, float weight);
  [[nodiscard]] const std::vector<Name>& names() const { return names_; }

 private:
  struct Hash {
    std::size_t operator()(const Name& name) const { return mix(name.key, name.place); }
  };
  std::unordered_map<Name, std::uint32_t, Hash> numbers_;
  std::vector<Name> names_;
};

}  // namespace samgak
