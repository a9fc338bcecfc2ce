// One line of text laid out for the tagger: characters, their classes, and the words they form.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace samgak {

/// What a character looks like, as coarse as names need it.
enum class CharClass : std::uint8_t {
  space,
  hangul,
  han,
  kana,
  upper,
  lower,
  digit,
  opening,  ///< brackets and quotation marks that open
  closing,
  quote,  ///< marks that open or close: ' "
  dot,    ///< middle dots, comma, full stop
  other,
  edge  ///< beyond either end of the line
};

/// The characters of a line, edges included, so that windows need no bounds checks. Buffers are
/// kept from line to line.
class TaggerLine {
 public:
  /// How many edge characters stand before the first and after the last character.
  static constexpr std::size_t kEdge = 4;

  /// A run of letters and digits, in characters.
  struct Word {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  /// Takes `text` apart. Any bytes are allowed: one that begins no valid UTF-8 sequence counts as
  /// one character.
  void assign(std::string_view text);

  /// Number of characters.
  [[nodiscard]] std::size_t size() const { return size_; }
  /// The character at `at` (from `-kEdge` to `size() + kEdge - 1`) in 16 bits: digits are all `0`,
  /// the letters A to Z lower case, middle dots alike; code points beyond the BMP share one value.
  [[nodiscard]] std::uint16_t code(std::ptrdiff_t at) const {
    return codes_[static_cast<std::size_t>(at + kPad)];
  }
  [[nodiscard]] CharClass char_class(std::ptrdiff_t at) const {
    return classes_[static_cast<std::size_t>(at + kPad)];
  }
  /// Byte of the line where character `at` begins; `byte(size())` is the length of the line.
  [[nodiscard]] std::uint32_t byte(std::size_t at) const { return bytes_[at]; }
  [[nodiscard]] const std::vector<Word>& words() const { return words_; }

 private:
  static constexpr std::ptrdiff_t kPad = static_cast<std::ptrdiff_t>(kEdge);

  std::size_t size_ = 0;
  std::vector<std::uint16_t> codes_;
  std::vector<CharClass> classes_;
  std::vector<std::uint32_t> bytes_;
  std::vector<Word> words_;
};

}  // namespace samgak
