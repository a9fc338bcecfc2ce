// A fixed set of words that most words are not in.
#pragma once

#include <algorithm>
#include <bitset>
#include <span>
#include <string_view>
#include <vector>

namespace samgak {

/// Three bytes and the length tell most other words at once. The words must outlive the set.
class WordSet {
 public:
  explicit WordSet(std::span<const std::string_view> words) : words_(words.begin(), words.end()) {
    std::sort(words_.begin(), words_.end());
    for (const std::string_view word : words_) shapes_.set(shape_of(word));
  }

  [[nodiscard]] bool contains(std::string_view word) const {
    return !word.empty() && shapes_[shape_of(word)] &&
           std::binary_search(words_.begin(), words_.end(), word);
  }

 private:
  static constexpr std::size_t kShapes = 4096;

  /// `word` is not empty.
  static std::size_t shape_of(std::string_view word) {
    const auto byte = [&](std::size_t i) {
      return static_cast<std::size_t>(static_cast<unsigned char>(word[i]));
    };
    return (byte(0) << 9 ^ byte(word.size() / 2) << 5 ^ byte(word.size() - 1) << 2 ^ word.size()) %
           kShapes;
  }

  std::vector<std::string_view> words_;
  std::bitset<kShapes> shapes_;
};

}  // namespace samgak
