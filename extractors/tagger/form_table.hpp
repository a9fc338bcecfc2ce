// A list of known forms, kept as hashes: which strings are names, of what kind, how often.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "extractors/tagger/packed_bytes.hpp"

namespace samgak {

/// Mixes two 64-bit values into one that looks random in every bit.
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t x = (a ^ std::rotl(b, 29)) * 0x9E3779B97F4A7C15ULL;
  x ^= x >> 32;
  x *= 0xD6E8FEB86659FD93ULL;
  return x ^ (x >> 29);
}

/// A view of slots made by the trainer: open addressing, 16 bits of the hash to tell keys apart, 16
/// bits of value. A few unknown strings in a hundred thousand are taken for known ones; the tagger
/// is trained and measured with that.
class FormTable {
 public:
  static constexpr std::size_t kSlotBytes = 4;

  /// How a slot's value is laid out. A value of 0 marks a free slot.
  static constexpr std::uint16_t kKindMask =
      0x1F;  ///< the commonest kind of name, 0 for a mere beginning
  static constexpr unsigned kSecondShift = 5;  ///< the second kind (5 bits), 0 if there is none
  static constexpr unsigned kCountShift = 10;  ///< how often seen: 0 once … 3 often
  static constexpr std::uint16_t kLonger = 1U << 12;  ///< the string begins a longer form
  static constexpr std::uint16_t kPresent = 1U << 15;

  /// Where the hash of a whole form (from its first character) and of an ending (from its last)
  /// starts.
  static constexpr std::uint64_t kFormSeed = 0x5EEDF0;
  static constexpr std::uint64_t kEndingSeed = 0x5EED5F;
  [[nodiscard]] static constexpr std::uint64_t extend(std::uint64_t hash, std::uint16_t code) {
    return mix(hash, code + 0x10000ULL);
  }
  /// The part of a hash that a slot keeps, and the slot where the search for it begins.
  [[nodiscard]] static constexpr std::uint16_t check_of(std::uint64_t hash) {
    return static_cast<std::uint16_t>(hash >> 48);
  }

  FormTable() = default;
  /// `slots` holds a power of two of slots, at least one of them free, and outlives the table.
  explicit FormTable(std::string_view slots)
      : slots_(slots.data()), mask_(slots.size() / kSlotBytes - 1) {}

  /// The value stored under `hash`, 0 if there is none.
  [[nodiscard]] std::uint16_t find(std::uint64_t hash) const {
    if (slots_ == nullptr) return 0;
    const std::uint16_t check = check_of(hash);
    for (std::size_t at = hash & mask_;; at = (at + 1) & mask_) {
      const char* const slot = slots_ + at * kSlotBytes;
      const std::uint16_t value = detail::load16(slot + 2);
      if (value == 0 || detail::load16(slot) == check) return value;
    }
  }

 private:
  const char* slots_ = nullptr;
  std::size_t mask_ = 0;
};

}  // namespace samgak
