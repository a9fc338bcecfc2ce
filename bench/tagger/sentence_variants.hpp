// More sentences out of few: the same sentence with other names.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/tagger/corpus.hpp"
#include "bench/tagger/random_numbers.hpp"

namespace samgak {

/// Replaces persons, places and organisations by forms of the same kind that end alike (so that the
/// particle still fits). The forms fall into two halves; a variant takes all its names from one
/// half, so that it can be shown to the trainer with a table of forms that lacks that half: this is
/// how the tagger learns names that no list holds.
class SentenceVariants {
 public:
  struct Variant {
    TrainingSentence sentence;
    std::size_t half = 0;  ///< the half of the forms its new names come from
  };

  explicit SentenceVariants(const std::vector<TrainingForm>& forms);

  /// The forms of one half.
  [[nodiscard]] const std::vector<TrainingForm>& half(std::size_t which) const {
    return halves_[which];
  }
  /// A variant of `sentence`; its text equals the original's when nothing could be replaced.
  [[nodiscard]] Variant make(const TrainingSentence& sentence, RandomNumbers& random) const;

 private:
  using PoolKey = std::pair<std::string, bool>;  ///< fine label; does it end in a final consonant

  [[nodiscard]] std::string replacement(std::string_view form, int label, std::size_t half,
                                        RandomNumbers& random) const;

  std::array<std::vector<TrainingForm>, 2> halves_;
  std::array<std::map<PoolKey, std::vector<std::string>>, 2> pools_;
  std::map<std::string, TrainingForm, std::less<>> commonest_;  ///< by form: its commonest reading
};

}  // namespace samgak
