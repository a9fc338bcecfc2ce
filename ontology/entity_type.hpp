// Classes of the vocabulary as numbers.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace samgak {

/// A class of the vocabulary in one byte. The classes that the program itself speaks of are known
/// when it is compiled, so that `mention.type == "Meeting"` compares two bytes and a misspelt class
/// does not compile; `Schema::type_of` numbers the others behind them.
class EntityType {
 public:
  constexpr EntityType() = default;                                         ///< of nothing
  consteval EntityType(const char* name) : number_(must_be_known(name)) {}  // NOLINT: see above

  /// The class of that name among those known at compile time, or of nothing.
  [[nodiscard]] static constexpr EntityType known(std::string_view name) {
    for (std::size_t i = 0; i < kKnown.size(); ++i) {
      if (kKnown[i] == name) return from_number(i + 1);
    }
    return {};
  }
  [[nodiscard]] static constexpr EntityType from_number(std::size_t number) {
    EntityType type;
    type.number_ = static_cast<std::uint8_t>(number);
    return type;
  }
  [[nodiscard]] constexpr std::size_t number() const { return number_; }
  [[nodiscard]] constexpr bool empty() const { return number_ == 0; }
  friend constexpr bool operator==(EntityType, EntityType) = default;

  static constexpr std::size_t kMost = 256;
  static constexpr std::array<std::string_view, 9> kKnown{
      "Agreement", "Country", "Meeting",   "Ministry",  "Organization",
      "Person",    "Place",   "Programme", "Technology"};

 private:
  static consteval std::uint8_t must_be_known(std::string_view name) {
    const EntityType type = known(name);
    if (type.empty()) throw "no such class";  // while compiling
    return type.number_;
  }
  std::uint8_t number_ = 0;
};

using EntityTypes = std::bitset<EntityType::kMost>;  ///< by number

}  // namespace samgak
