// Finds known phrases in a text: one walk for any number of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/beginnings.hpp"
#include "ontology/text_head.hpp"

namespace samgak {

/// A trie over bytes, entered by the first code point of a text: where no phrase goes on as the
/// text does, which is nearly everywhere, that is all that is looked at. Two-phase: `add`
/// everything, `freeze` once, then match from any number of threads. Phrases and texts are valid
/// UTF-8.
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
  [[nodiscard]] Match longest(std::string_view text, std::size_t at, bool loose = false) const {
    if (at >= text.size()) return {};
    const TextHead head(text, at);
    if (beginnings_.may_begin(head)) return follow(text, at, head, loose);
    return loose && is_joint(text, at + head.step()) ? follow(text, at, head, loose) : Match();
  }

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
  /// The phrases that begin with one code point.
  struct Start {
    std::uint32_t key = 0;   ///< see `TextHead::key`; 0 for a free slot
    std::uint32_t node = 0;  ///< behind the bytes of the key
  };
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  void settle_starts();
  [[nodiscard]] Match follow(std::string_view text, std::size_t at, TextHead head,
                             bool loose) const;
  /// Does a space or a middle dot stand there before a letter? The words beside it may be one in
  /// the phrase.
  [[nodiscard]] static bool is_joint(std::string_view text, std::size_t at);
  /// The slot of a code point, or the free one where it belongs.
  [[nodiscard]] std::size_t slot_of(std::uint32_t key) const {
    const std::size_t mask = starts_.size() - 1;
    std::size_t at = (key * TextHead::kSpread) >> shift_;
    while (starts_[at].key != key && starts_[at].key != 0) at = (at + 1) & mask;
    return at;
  }
  /// The node that `byte` leads to; 0, which is the root, when there is none.
  [[nodiscard]] std::uint32_t step(std::uint32_t node, unsigned char byte) const;

  std::string waiting_;
  std::vector<Phrase> phrases_;
  std::vector<Node> nodes_;
  std::vector<unsigned char> edges_;
  Beginnings beginnings_;
  std::vector<Start> starts_ = std::vector<Start>(2);  ///< open addressing, at most half full
  unsigned shift_ = 31;
};

}  // namespace samgak
