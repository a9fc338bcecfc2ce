// The first bytes of a text as one number, and what they tell about the phrases that may stand
// there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace samgak {

/// Eight bytes of valid UTF-8, compared at once; zeros, which no phrase holds, behind the end of a
/// shorter text.
class TextHead {
 public:
  static constexpr std::size_t kSize = sizeof(std::uint64_t);

  TextHead() = default;
  explicit TextHead(std::string_view text) : TextHead(text, 0) {}
  /// Of what `text` holds from byte `at` on, which is at most its size.
  TextHead(std::string_view text, std::size_t at) {
    if (text.size() - at >= kSize) {
      std::memcpy(&bytes_, text.data() + at, kSize);
      return;
    }
    for (std::size_t i = text.size(); i-- > at;)
      bytes_ = bytes_ << 8 | static_cast<unsigned char>(text[i]);
  }

  /// In the order of memory: the first byte of the text is the lowest.
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

  /// The code point that the text begins with as a number, 0 for an empty text; the fourth byte of
  /// one that has so many is left out, so that those which share three bytes share a key.
  [[nodiscard]] std::uint32_t key() const {
    const std::uint64_t lead = bytes_ & 0xFF;
    return static_cast<std::uint32_t>(bytes_ & (lead >= 0xE0  ? 0xFFFFFF
                                                : lead < 0x80 ? 0xFF
                                                              : 0xFFFF));
  }

  /// The bytes that the key is made of.
  [[nodiscard]] std::size_t key_size() const { return step() < 4 ? step() : 3; }

  /// The bytes that a code point takes, by the first of them; 1 for an empty text.
  [[nodiscard]] std::size_t step() const { return step_of(static_cast<unsigned char>(bytes_)); }
  [[nodiscard]] static std::size_t step_of(unsigned char lead) {
    if ((lead & 0xF0) == 0xE0) return 3;
    return lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : 4;
  }

  /// The first code point and the bytes behind it: two syllables, or a letter and three bytes.
  static constexpr std::size_t kBehind = 3;
  [[nodiscard]] std::uint64_t beginning() const {
    return bytes_ & ((std::uint64_t{1} << 8 * (step() + kBehind)) - 1);
  }

  /// Fibonacci hashing: the high bits of a key times this are spread evenly.
  static constexpr std::uint32_t kSpread = 0x9E3779B1U;

 private:
  std::uint64_t bytes_ = 0;
};

}  // namespace samgak
