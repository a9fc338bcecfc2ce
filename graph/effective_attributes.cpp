#include "graph/effective_attributes.hpp"

#include <algorithm>

namespace samgak {

EffectiveValue effective_value(const std::vector<CountedValue>& values, bool ranked) {
  EffectiveValue result;
  if (values.size() == 1) result.value = values.front().value;
  if (values.size() <= 1) return result;
  std::uint64_t best = 0;
  bool any = false;
  // In sorted order the values that another one begins with stand before it as a chain; `chain`
  // holds that chain and `claims` how many claims it carries.
  std::vector<CountedValue> chain;
  std::uint64_t claims = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::string_view value = values[i].value;
    while (!chain.empty() && !value.starts_with(chain.back().value)) {
      claims -= chain.back().count;
      chain.pop_back();
    }
    chain.push_back(values[i]);
    claims += values[i].count;
    if (i + 1 < values.size() && values[i + 1].value.starts_with(value)) continue;
    const bool better =
        !any || claims > best || (claims == best && !ranked && value.size() > result.value.size());
    if (better) {
      if (any) result.conflicts.push_back(result.value);
      result.value = value;
      best = claims;
      any = true;
    } else {
      result.conflicts.push_back(value);
    }
  }
  // A value that was best for a while comes into the list late.
  std::sort(result.conflicts.begin(), result.conflicts.end());
  return result;
}

}  // namespace samgak
