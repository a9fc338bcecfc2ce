// «Did you mean …?»
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace samgak {

/// Up to `most` of `candidates` that `word` may have been meant for, best first: those that contain
/// it, or lie within a third of its letters (jamo for Hangul). Spaces, marks and case do not count.
/// Each candidate once.
[[nodiscard]] std::vector<std::string> suggestions(std::string_view word,
                                                   const std::vector<std::string>& candidates,
                                                   std::size_t most);

/// `; did you mean a, b or c?`, or nothing for an empty list.
[[nodiscard]] std::string did_you_mean(const std::vector<std::string>& words);

}  // namespace samgak
