// How much two texts speak of the same things, measured on letters alone.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace samgak {

/// Pairs of letters of a text (for words in ASCII, whole words), as a set that may (rarely) say yes
/// too often.
class BigramSet {
 public:
  BigramSet() : bits_(kWords) {}
  void add(std::string_view text);
  /// Share, 0 to 1, of the pairs of `text` that the set holds; 0 for a text without pairs.
  [[nodiscard]] double coverage(std::string_view text) const;

 private:
  static constexpr std::size_t kWords = 4096;
  std::vector<std::uint64_t> bits_;
};

/// The beginnings of the words of `text` (two code points each), as sorted distinct hashes:
/// particles and endings do not count.
[[nodiscard]] std::vector<std::uint64_t> word_stems(std::string_view text);

/// How many of the sorted `a` are in the sorted `b`.
[[nodiscard]] std::size_t common_count(const std::vector<std::uint64_t>& a,
                                       const std::vector<std::uint64_t>& b);

/// Hash of the letters and digits of `text` in order, lower case for ASCII; `count` gets their
/// number.
[[nodiscard]] std::uint64_t letter_hash(std::string_view text, std::size_t& count);

/// Distinct pairs of letters (for words in ASCII, whole words) as sorted hashes.
[[nodiscard]] std::vector<std::uint64_t> bigrams(std::string_view text);

/// The `size` smallest hashes of `bigrams(text)`, in no order: texts that share most pairs share
/// most of these.
[[nodiscard]] std::vector<std::uint64_t> pair_sketch(std::string_view text, std::size_t size);

/// Shared pairs over all pairs of two sorted sets.
[[nodiscard]] double jaccard(const std::vector<std::uint64_t>& a,
                             const std::vector<std::uint64_t>& b);

}  // namespace samgak
