// Tells at once where in a text none of many phrases can begin.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "ontology/text_head.hpp"

namespace samgak {

/// A bit for each hash of how a phrase begins: two syllables, or a letter and three bytes. It is
/// small enough to stay in the nearest cache, where the phrases themselves are not, and nearly
/// every place of a text is told by it. Constant after the last `add`.
class Beginnings {
 public:
  /// Nothing begins anywhere.
  Beginnings() = default;
  /// Room for so many phrases.
  explicit Beginnings(std::size_t phrases)
      : shift_(64 - static_cast<unsigned>(std::countr_zero(
                        std::clamp(std::bit_ceil(kBitsEach * phrases), kLeastBits, kMostBits)))),
        bits_((std::size_t{1} << (64 - shift_)) / 64) {}

  /// `phrase` is not empty.
  void add(std::string_view phrase) {
    const TextHead head(phrase);
    // What ends before the three bytes do may be followed by anything.
    const bool whole = phrase.size() >= head.step() + TextHead::kBehind;
    some_are_short_ |= !whole;
    const std::size_t place = place_of(whole ? head.beginning() : head.key());
    bits_[place / 64] |= std::uint64_t{1} << place % 64;
  }

  /// May a phrase begin as `head` does? False is certain, true is seldom wrong.
  [[nodiscard]] bool may_begin(TextHead head) const {
    return has(head.beginning()) || (some_are_short_ && has(head.key()));
  }

 private:
  static constexpr std::size_t kBitsEach = 32;
  static constexpr std::size_t kLeastBits = 512;
  static constexpr std::size_t kMostBits = std::size_t{1} << 17;  // 16 kB

  [[nodiscard]] std::size_t place_of(std::uint64_t beginning) const {
    return static_cast<std::size_t>(beginning * 0x9E3779B97F4A7C15U >> shift_);
  }
  [[nodiscard]] bool has(std::uint64_t beginning) const {
    const std::size_t place = place_of(beginning);
    return (bits_[place / 64] >> place % 64 & 1) != 0;
  }

  unsigned shift_ = 63;
  bool some_are_short_ = false;
  std::vector<std::uint64_t> bits_{0};
};

}  // namespace samgak
