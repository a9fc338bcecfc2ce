#include "checks/shacl/datatypes.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "ontology/rdf_names.hpp"

namespace samgak::shacl {

namespace {

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view without_sign(std::string_view text) {
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  return text;
}

bool is_integer(std::string_view text) {
  return all_digits(without_sign(text));
}

bool is_natural(std::string_view text) {
  return is_integer(text) &&
         (text[0] != '-' || text.find_first_not_of("-0") == std::string_view::npos);
}

bool is_decimal(std::string_view text) {
  text = without_sign(text);
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) return all_digits(text);
  const std::string_view whole = text.substr(0, dot);
  const std::string_view part = text.substr(dot + 1);
  return (!whole.empty() || !part.empty()) && (whole.empty() || all_digits(whole)) &&
         (part.empty() || all_digits(part));
}

bool is_double(std::string_view text) {
  if (text == "INF" || text == "-INF" || text == "+INF" || text == "NaN") return true;
  const std::size_t e = text.find_first_of("eE");
  return is_decimal(text.substr(0, e)) &&
         (e == std::string_view::npos || is_integer(text.substr(e + 1)));
}

bool is_boolean(std::string_view text) {
  return text == "true" || text == "false" || text == "1" || text == "0";
}

int small_number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// Takes `Z`, `+09:00` or `-05:00` away from the end.
std::string_view without_zone(std::string_view text) {
  if (text.ends_with('Z')) return text.substr(0, text.size() - 1);
  constexpr std::size_t kZone = 6;
  if (text.size() <= kZone) return text;
  const std::string_view zone = text.substr(text.size() - kZone);
  const bool is_zone = (zone[0] == '+' || zone[0] == '-') && zone[3] == ':' &&
                       all_digits(zone.substr(1, 2)) && all_digits(zone.substr(4, 2)) &&
                       small_number(zone.substr(1, 2)) <= 14 &&
                       small_number(zone.substr(4, 2)) < 60;
  return is_zone ? text.substr(0, text.size() - kZone) : text;
}

int days_in(int year, int month) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month) - 1];
}

/// A year and up to two further parts, divided by hyphens.
bool is_calendar(std::string_view text, int parts) {
  text = without_zone(text);
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t first = std::min(text.find('-'), text.size());
  const std::string_view year = text.substr(0, first);
  if (year.size() < 4 || !all_digits(year) || (year.size() > 4 && year[0] == '0')) return false;
  if (parts == 1) return first == text.size();
  const std::string_view rest = text.substr(std::min(first + 1, text.size()));
  const std::string_view month = rest.substr(0, 2);
  if (month.size() != 2 || !all_digits(month)) return false;
  const int m = small_number(month);
  if (m < 1 || m > 12) return false;
  if (parts == 2) return rest.size() == 2;
  if (rest.size() != 5 || rest[2] != '-' || !all_digits(rest.substr(3))) return false;
  const int d = small_number(rest.substr(3));
  return d >= 1 && d <= days_in(small_number(year.substr(year.size() - 4)), m);
}

bool is_year(std::string_view text) {
  return is_calendar(text, 1);
}
bool is_year_month(std::string_view text) {
  return is_calendar(text, 2);
}
bool is_date(std::string_view text) {
  return is_calendar(text, 3);
}

struct Type {
  std::string_view name;
  bool (*well_formed)(std::string_view);
  bool numeric;
};

constexpr std::array<Type, 16> kTypes{{{"integer", is_integer, true},
                                       {"int", is_integer, true},
                                       {"long", is_integer, true},
                                       {"short", is_integer, true},
                                       {"byte", is_integer, true},
                                       {"nonNegativeInteger", is_natural, true},
                                       {"positiveInteger", is_natural, true},
                                       {"unsignedInt", is_natural, true},
                                       {"unsignedLong", is_natural, true},
                                       {"decimal", is_decimal, true},
                                       {"double", is_double, true},
                                       {"float", is_double, true},
                                       {"boolean", is_boolean, false},
                                       {"gYear", is_year, false},
                                       {"gYearMonth", is_year_month, false},
                                       {"date", is_date, false}}};

const Type* find_type(std::string_view datatype) {
  if (!datatype.starts_with(rdf_names::kXsd)) return nullptr;
  datatype.remove_prefix(rdf_names::kXsd.size());
  const auto found =
      std::find_if(kTypes.begin(), kTypes.end(), [&](const Type& t) { return t.name == datatype; });
  return found == kTypes.end() ? nullptr : &*found;
}

}  // namespace

bool is_well_formed(std::string_view text, std::string_view datatype) {
  const Type* type = find_type(datatype);
  return type == nullptr || type->well_formed(text);
}

std::optional<double> numeric_value(std::string_view text, std::string_view datatype) {
  const Type* type = find_type(datatype);
  if (type == nullptr || !type->numeric || !type->well_formed(text)) return std::nullopt;
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace samgak::shacl
