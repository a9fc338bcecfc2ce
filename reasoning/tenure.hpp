// Whether somebody held a post when something happened.
#pragma once

#include <optional>
#include <string_view>

namespace samgak {

/// ISO 8601 dates as precise as known (`2024`, `2024-06`, `2024-06-26`), or empty for an open end.
/// The end belongs to it.
struct Interval {
  std::string_view from;
  std::string_view until;
};

/// Does some day of `date` lie in the interval? An empty date lies in none.
[[nodiscard]] bool lies_in(std::string_view date, const Interval& interval);

/// Does the post's name say that it is over: 전 장관, 前 장관, former minister?
[[nodiscard]] bool is_former_role(std::string_view role);

}  // namespace samgak
