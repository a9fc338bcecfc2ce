// Dates of any precision as the days that they cover.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace samgak::detail {

/// First and last day as `YYYY-MM-DD`; `widened` when the date was less precise than a day.
struct DateRange {
  std::string first;
  std::string last;
  bool widened = false;
};

/// Nothing for what is no real date.
[[nodiscard]] std::optional<DateRange> date_range(std::string_view iso);

}  // namespace samgak::detail
