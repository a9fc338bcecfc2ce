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
  void add(std::string_view text);
  /// Share, 0 to 1, of the pairs of `text` that the set holds; 0 for a text without pairs.
  [[nodiscard]] double coverage(std::string_view text) const;

 private:
  static constexpr std::size_t kWords = 4096;
  std::vector<std::uint64_t> bits_;  ///< none before the first `add`
};

/// The beginnings of the words of `text` (two code points each), as sorted distinct hashes:
/// particles and endings do not count.
[[nodiscard]] std::vector<std::uint64_t> word_stems(std::string_view text);

/// How many of the sorted `a` are in the sorted `b`.
[[nodiscard]] std::size_t common_count(const std::vector<std::uint64_t>& a,
                                       const std::vector<std::uint64_t>& b);

/// Distinct pairs of letters (for words in ASCII, whole words) as sorted hashes.
[[nodiscard]] std::vector<std::uint64_t> bigrams(std::string_view text);

/// What a text looks like, for finding texts like it.
struct TextPrint {
  std::size_t letters = 0;  ///< letters and digits
  std::uint64_t hash = 0;   ///< of them in order, lower case for ASCII
  /// The smallest hashes of `bigrams`, sorted, at most `kSketch`: texts that share most pairs share
  /// most of these.
  std::vector<std::uint64_t> sketch;

  static constexpr std::size_t kSketch = 12;
};

[[nodiscard]] TextPrint print_of(std::string_view text);

/// Shared pairs over all pairs of two sorted sets.
[[nodiscard]] double jaccard(const std::vector<std::uint64_t>& a,
                             const std::vector<std::uint64_t>& b);

}  // namespace samgak
