#include "reasoning/tenure.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace samgak {

namespace {

/// The first or the last day that a date may mean. ISO dates compare as text.
std::string day(std::string_view date, std::string_view tail) {
  std::string out(date);
  if (date.size() < 10)
    out += tail.substr(tail.size() - (10 - std::min<std::size_t>(date.size(), 10)));
  return out;
}

std::string first_day(std::string_view date) {
  return day(date, "0000-01-01");
}
std::string last_day(std::string_view date) {
  return day(date, "9999-12-31");
}

}  // namespace

bool lies_in(std::string_view date, const Interval& interval) {
  if (date.empty()) return false;
  return (interval.from.empty() || last_day(date) >= first_day(interval.from)) &&
         (interval.until.empty() || first_day(date) <= last_day(interval.until));
}

bool is_former_role(std::string_view role) {
  constexpr std::array<std::string_view, 6> kSigns{"전 ",     "전직 ",   "前",
                                                   "former ", "Former ", "ex-"};
  return std::any_of(kSigns.begin(), kSigns.end(),
                     [&](std::string_view sign) { return role.starts_with(sign); });
}

}  // namespace samgak
