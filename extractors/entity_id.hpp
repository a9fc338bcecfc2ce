// Entities of one document as numbers.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>

namespace samgak {

/// The number of an entity in one document (`DocumentEntities` knows its text), or of none. Those
/// of the gazetteer come first, in the order of their ids.
class EntityId {
 public:
  constexpr EntityId() = default;
  constexpr explicit EntityId(std::uint32_t number) : number_(number) {}
  /// Of an event whose id waits until the whole text is read.
  [[nodiscard]] static constexpr EntityId provisional(std::uint32_t event) {
    return EntityId(kProvisional | event);
  }

  [[nodiscard]] constexpr bool empty() const { return number_ == kNone; }
  [[nodiscard]] constexpr std::uint32_t number() const { return number_; }
  [[nodiscard]] constexpr bool is_provisional() const {
    return !empty() && (number_ & kProvisional) != 0;
  }
  /// The number that `provisional` was called with.
  [[nodiscard]] constexpr std::uint32_t event() const { return number_ & ~kProvisional; }
  // clang-tidy 14 finds a null pointer in what the compiler writes here.
  friend constexpr auto operator<=>(EntityId, EntityId) = default;  // NOLINT(modernize-use-nullptr)

 private:
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  static constexpr std::uint32_t kProvisional = 0x80000000;
  std::uint32_t number_ = kNone;
};

}  // namespace samgak
