// The tagger's model file: what is where in it, and how it is proven whole before use.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "extractors/tagger/form_table.hpp"
#include "extractors/tagger/label_scores.hpp"
#include "extractors/tagger/packed_bytes.hpp"

namespace samgak {

/// Labels of a character: 0 outside, 1 + 2t first of a name of type t, 2 + 2t further inside it.
inline constexpr int kTaggerTypes = 6;
inline constexpr int kTaggerLabels = 1 + 2 * kTaggerTypes;

/// Weights by feature: a hash table of buckets with four slots. A slot has 16 bits of a key and a
/// mask of the places that the key speaks about; each place has a row of `kTaggerLabels` weights.
/// The rows of a bucket lie together, slot by slot. A key that finds its bucket full lives in the
/// next one that is not.
class FeatureTable {
 public:
  /// A bucket is 16 bytes: 4 x 16 bits of key, 4 x 8 bits of mask (0: free), 32 bits number of the
  /// first row.
  static constexpr std::size_t kBucketBytes = 16;
  static constexpr std::size_t kSlots = 4;
  /// Reading a row touches this many bytes, which is why the file ends in padding.
  static constexpr std::size_t kRowRead = 16;

  struct Hit {
    std::uint32_t mask = 0;  ///< bit j: there is a row for place j; 0 when the key is unknown
    std::uint32_t row = 0;   ///< number of the first of the rows, in the order of the bits
  };

  FeatureTable() = default;
  /// `bucket_count` is a power of two; at least one bucket has a free slot.
  FeatureTable(const char* buckets, std::size_t bucket_count, const char* rows)
      : buckets_(buckets), rows_(rows), bucket_mask_(bucket_count - 1) {}

  [[nodiscard]] static constexpr std::uint16_t check_of(std::uint64_t key) {
    return static_cast<std::uint16_t>(key >> 48);
  }
  void prefetch(std::uint64_t key) const {
    __builtin_prefetch(buckets_ + (key & bucket_mask_) * kBucketBytes);
  }
  [[nodiscard]] Hit find(std::uint64_t key) const;
  /// The weights of a row; `kRowRead` bytes may be read from there.
  [[nodiscard]] const char* row(std::uint32_t number) const {
    return rows_ + number * std::size_t{kTaggerLabels};
  }

 private:
  const char* buckets_ = nullptr;
  const char* rows_ = nullptr;
  std::size_t bucket_mask_ = 0;
};

// Nearly free of branches: which slot matches, and whether any does, is as good as random, and a
// wrong guess of the processor would cost more than the whole search.
inline FeatureTable::Hit FeatureTable::find(std::uint64_t key) const {
  constexpr std::uint64_t kOnes = 0x0001000100010001ULL;
  for (std::size_t at = key & bucket_mask_;; at = (at + 1) & bucket_mask_) {
    const char* const bucket = buckets_ + at * kBucketBytes;
    const std::uint64_t masks = detail::load32(bucket + 8);
    const std::uint64_t difference = detail::load64(bucket) ^ kOnes * check_of(key);
    // The lowest bit set marks the first slot that agrees (bits above it may be wrong).
    const std::uint64_t agrees = (difference - kOnes) & ~difference & kOnes << 15;
    if (agrees == 0 && masks >> 24 != 0) [[unlikely]]
      continue;
    const int shift = std::countr_zero(agrees) / 16 * 8;  // 32 when none agrees
    const auto before = static_cast<std::uint32_t>(masks & ((std::uint64_t{1} << shift) - 1));
    return {static_cast<std::uint32_t>(masks >> shift & 0xFF),
            detail::load32(bucket + 12) + detail::count_bits(agrees == 0 ? 0 : before)};
  }
}

/// A model in memory. A view: the bytes must outlive it.
class TaggerModel {
 public:
  static constexpr std::string_view kMagic = "SAMGAKNT";
  static constexpr std::uint32_t kVersion = 1;
  /// Changes whenever `TaggerFeatures` computes other keys, for weights fit one set of features
  /// only.
  static constexpr std::uint32_t kFeatureVersion = 1;
  static constexpr std::size_t kHeaderBytes = 44;

  /// Weights of one label following another, `[from][to]`; the last `from` is the beginning of a
  /// line.
  using Transitions = std::array<LabelScores, kTaggerLabels + 1>;

  /// Takes apart and checks the bytes of a model file: magic, versions, sizes, checksum, and that
  /// no table points outside the file. Throws `LoadError` that begins with `name`.
  TaggerModel(std::string_view bytes, std::string_view name);

  /// Checksum over everything that follows it in the file.
  [[nodiscard]] static std::uint64_t checksum(std::string_view bytes);

  [[nodiscard]] const FormTable& forms() const { return forms_; }
  [[nodiscard]] const FeatureTable& features() const { return features_; }
  [[nodiscard]] const Transitions& transitions() const { return transitions_; }
  /// Weights are whole numbers: this many make one unit of log-odds (nat).
  [[nodiscard]] int units_per_nat() const { return units_per_nat_; }

 private:
  FormTable forms_;
  FeatureTable features_;
  Transitions transitions_{};
  int units_per_nat_ = 1;
};

}  // namespace samgak
