// Finds known phrases in a text: one walk for any number of them.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace samgak {

/// A trie over bytes. Two-phase: `add` everything, `freeze` once, then match from any number of
/// threads.
class PhraseMatcher {
 public:
  struct Match {
    std::uint32_t length = 0;  ///< bytes of the text; 0 when nothing matched
    std::uint32_t value = 0;   ///< what was added with the phrase; the first one wins
  };

  /// `value` is below 2^32 - 1.
  void add(std::string_view phrase, std::uint32_t value);
  void freeze();

  /// The longest phrase that begins at byte `at`. With `loose`, a single space or a middle dot in
  /// the text that the phrase does not have is passed over between two letters, so that «핵심 광물»
  /// is found as «핵심광물».
  [[nodiscard]] Match longest(std::string_view text, std::size_t at, bool loose = false) const;

 private:
  /// Edge number k leads to node k + 1, because breadth first every edge makes the next node.
  struct Node {
    std::uint32_t first_edge = 0;
    std::uint32_t value = kNone;
    std::uint16_t edges = 0;
  };
  /// A phrase that waits for `freeze`: bytes of `waiting_`.
  struct Phrase {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    std::uint32_t value = 0;
  };
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  [[nodiscard]] std::uint32_t step(std::uint32_t node, unsigned char byte) const;

  std::string waiting_;
  std::vector<Phrase> phrases_;
  std::vector<Node> nodes_;
  std::vector<unsigned char> edges_;
  std::array<std::uint32_t, 256> root_{};
};

}  // namespace samgak
