// What several claims about one attribute come to.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace samgak {

struct CountedValue {
  std::string_view value;
  std::uint32_t count = 0;
};

struct EffectiveValue {
  std::string_view value;                   ///< empty when nothing is claimed
  std::vector<std::string_view> conflicts;  ///< values that disagree with it, sorted
};

/// Values of which one begins with the other agree (`2024` and `2024-06-26`): the more precise says
/// what the other leaves open. Of values that disagree the one with the most claims holds, those
/// that agree with it counted in; then the most precise; then the smallest. Where `ranked` (for a
/// status, whose names sort from strongest to weakest), length says nothing. `values` must be
/// sorted, each value once.
[[nodiscard]] EffectiveValue effective_value(const std::vector<CountedValue>& values,
                                             bool ranked = false);

}  // namespace samgak
