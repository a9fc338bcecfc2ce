// Many fixed phrases looked for at once.
#pragma once

#include <bitset>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace samgak {

/// Finds phrases of two bytes or more in one pass over a text; one of two bytes only where a byte
/// follows. Built once, then constant. The phrases must outlive the index.
class PhraseIndex {
 public:
  explicit PhraseIndex(std::vector<std::string_view> phrases);

  /// Calls `visit(index of the phrase, byte at which it stands)` for every occurrence, in order of
  /// place. The text may begin inside a code point.
  template <typename Visit>
  void for_each_match(std::string_view text, Visit visit) const {
    for (std::size_t at = 0; at + 3 <= text.size(); at += code_point_length(text[at])) {
      const std::size_t slot = slot_of(text.data() + at);
      if (!used_[slot]) continue;
      const std::uint64_t head = head_of(text.substr(at));
      for (std::uint32_t i = first_[slot]; i < first_[slot + 1]; ++i) {
        const Entry& entry = entries_[i];
        if ((head & entry.mask) != entry.head) continue;
        if (entry.mask != kWholeHead || text.substr(at).starts_with(phrases_[entry.phrase]))
          visit(entry.phrase, at);
      }
    }
  }

 private:
  /// The first eight bytes of a phrase, or all there are: few places that share its slot share
  /// them.
  struct Entry {
    std::uint64_t head = 0;
    std::uint64_t mask = 0;
    std::uint32_t phrase = 0;
  };
  static constexpr std::size_t kSlots = 4096;
  static constexpr std::uint64_t kWholeHead = ~std::uint64_t{0};

  /// Phrases begin where code points do.
  static std::size_t code_point_length(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    if (byte >= 0xE0) return byte < 0xF0 ? 3 : 4;
    return byte < 0xC0 ? 1 : 2;
  }
  static std::size_t slot_of(const char* bytes) {
    const auto byte = [&](int i) {
      return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i]));
    };
    return ((byte(0) << 16 | byte(1) << 8 | byte(2)) * 0x9E3779B1u) >> 20;
  }
  static std::uint64_t head_of(std::string_view text) {
    std::uint64_t head = 0;
    std::memcpy(&head, text.data(), text.size() < sizeof(head) ? text.size() : sizeof(head));
    return head;
  }

  std::vector<std::string_view> phrases_;
  std::bitset<kSlots> used_;
  std::vector<std::uint32_t> first_;  ///< of each slot, in `entries_`; one more than slots
  std::vector<Entry> entries_;
};

}  // namespace samgak
