#include "exporters/detail/date_range.hpp"

#include "text/date.hpp"

namespace samgak::detail {

std::optional<DateRange> date_range(std::string_view iso) {
  const std::optional<Date> date = Date::from_iso(iso);
  if (!date.has_value() || date->year < 1000) return std::nullopt;
  Date first = *date;
  Date last = *date;
  if (date->month == 0) {
    first.month = 1;
    last.month = 12;
  }
  if (date->day == 0) {
    first.day = 1;
    last.day = days_in_month(last.year, last.month);
  }
  return DateRange{first.iso(), last.iso(), date->day == 0};
}

}  // namespace samgak::detail
