// Calendar dates as precisely as a text gives them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace samgak {

/// A day, a month or a year of the Gregorian calendar. `month` and `day` are 0 where the text
/// leaves them open.
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;

  [[nodiscard]] bool known() const { return year != 0; }
  /// ISO 8601, as precise as the date is: `2024`, `2024-06`, `2024-06-26`; empty when unknown.
  [[nodiscard]] std::string iso() const;
  /// Parses what `iso()` writes; anything that is no real date is refused.
  [[nodiscard]] static std::optional<Date> from_iso(std::string_view text);

  friend auto operator<=>(const Date&, const Date&) = default;
};

[[nodiscard]] int days_in_month(int year, int month);
/// Days since 1970-01-01 of a full date (proleptic Gregorian).
[[nodiscard]] long days_since_epoch(Date date);
[[nodiscard]] Date date_from_days(long days);
/// 0 Sunday … 6 Saturday.
[[nodiscard]] int weekday(Date date);

}  // namespace samgak
