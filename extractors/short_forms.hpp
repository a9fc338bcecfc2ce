// Korean short forms: syllables of the full name, in their order («정통부» of «정보통신부»).
#pragma once

#include <string_view>

namespace samgak {

/// Are the code points of `shorter` found in `longer` in the same order, the last `least_tail` of
/// them at its end?
[[nodiscard]] bool abbreviates(std::string_view shorter, std::string_view longer,
                               int least_tail = 2);

}  // namespace samgak
