// Learns the tagger's weights: a linear-chain conditional random field over the characters of a
// sentence.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "bench/tagger/random_numbers.hpp"
#include "bench/tagger/row_index.hpp"
#include "extractors/tagger/tagger_model.hpp"

namespace samgak {

/// A weight for each label, padded for the machine's vectors.
using WeightRow = std::array<float, 16>;

struct CrfModel {
  std::vector<WeightRow> rows;
  std::array<WeightRow, 16> transitions{};  ///< [from][to]; `from` = kTaggerLabels begins a line
};

/// May label `to` follow `from` (`kTaggerLabels`: begin the line)? A name goes on only after its
/// own beginning.
[[nodiscard]] constexpr bool may_follow(int from, int to) {
  return to == 0 || to % 2 == 1 || from == to || from == to - 1;
}

struct CrfOptions {
  int epochs = 14;
  int averaged_epochs = 6;  ///< the model is the mean of the weights after each of the last epochs
  float rate = 0.08F;       ///< of AdaGrad; falls in the second half of the epochs
  float decay = 2e-5F;      ///< L2, on the rows that a sentence touches
  unsigned dropout = 6554;  ///< of 65536 rows, how many are left out at each sight
  std::uint32_t least_seen = 2;  ///< rows seen on fewer characters get no weight
  std::uint64_t seed = 42;
};

/// Trains on `sentences`, whose row numbers are below `row_count`. One thread; only additions,
/// multiplications, divisions and square roots of IEEE floats in a fixed order, so that a model is
/// the same to the last bit wherever it is trained (the build forbids fused operations).
CrfModel train_crf(std::span<const IndexedSentence* const> sentences, std::size_t row_count,
                   const CrfOptions& options);

}  // namespace samgak
