// Many fixed phrases looked for at once.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

namespace samgak {

/// Finds phrases of two bytes or more in one pass over a text; one of two bytes only where a byte
/// follows. Built once, then constant. The phrases must outlive the index.
class PhraseIndex {
 public:
  explicit PhraseIndex(std::vector<std::string_view> phrases);

  /// Calls `visit(index of the phrase, byte at which it stands)` for every occurrence, in order of
  /// place.
  template <typename Visit>
  void for_each_match(std::string_view text, Visit visit) const {
    for (std::size_t at = 0; at + 3 <= text.size(); ++at) {
      const std::size_t slot = slot_of(text.data() + at);
      if (!used_[slot]) continue;
      for (const std::uint32_t phrase : slots_[slot]) {
        if (text.substr(at).starts_with(phrases_[phrase])) visit(phrase, at);
      }
    }
  }

 private:
  static constexpr std::size_t kSlots = 4096;

  static std::size_t slot_of(const char* bytes) {
    const auto byte = [&](int i) {
      return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i]));
    };
    return ((byte(0) << 16 | byte(1) << 8 | byte(2)) * 0x9E3779B1u) >> 20;
  }

  std::vector<std::string_view> phrases_;
  std::bitset<kSlots> used_;
  std::array<std::vector<std::uint32_t>, kSlots> slots_;
};

}  // namespace samgak
