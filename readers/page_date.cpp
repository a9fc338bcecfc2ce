#include "readers/page_date.hpp"

#include <array>
#include <cstddef>

#include "text/utf8.hpp"

namespace samgak {
namespace {

constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2100;

bool digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

struct Number {
  int value = 0;
  std::size_t digits = 0;
};

Number number_at(std::string_view text, std::size_t at) {
  Number number;
  while (number.digits < 9 && digit(text, at)) {
    number.value = number.value * 10 + (text[at++] - '0');
    ++number.digits;
  }
  return number;
}

bool starts(std::string_view text, std::size_t at, std::string_view prefix) {
  return text.substr(at).starts_with(prefix);
}

// Length of what may stand between the parts of a date: «.», «-», «/», «년», each with spaces after
// it.
std::size_t separator(std::string_view text, std::size_t at, std::string_view unit) {
  std::size_t end = at;
  while (end < text.size() && text[end] == ' ') ++end;
  if (starts(text, end, unit)) {
    end += unit.size();
  } else if (end < text.size() && (text[end] == '.' || text[end] == '-' || text[end] == '/')) {
    ++end;
  } else {
    return 0;
  }
  while (end < text.size() && text[end] == ' ') ++end;
  return end - at;
}

bool valid(Date date) {
  return date.year >= kFirstYear && date.year <= kLastYear && date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

Date numeric_date(std::string_view text, std::size_t at) {
  const Number year = number_at(text, at);
  Date date;
  if (year.digits == 8) {
    date = {year.value / 10000, year.value / 100 % 100, year.value % 100};
    return valid(date) ? date : Date{};
  }
  if (year.digits != 4 && year.digits != 2) return {};
  date.year = year.digits == 2 ? 2000 + year.value : year.value;
  at += year.digits;
  std::size_t gap = separator(text, at, "년");
  if (gap == 0) return {};
  at += gap;
  const Number month = number_at(text, at);
  if (month.digits == 0 || month.digits > 2) return {};
  date.month = month.value;
  at += month.digits;
  gap = separator(text, at, "월");
  if (gap == 0) return {};
  at += gap;
  const Number day = number_at(text, at);
  if (day.digits == 0 || day.digits > 2) return {};
  date.day = day.value;
  return valid(date) ? date : Date{};
}

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

int month_at(std::string_view text, std::size_t at, std::size_t& length) {
  if (at + 3 > text.size()) return 0;
  const auto lower = [&](std::size_t i) { return static_cast<char>(text[i] | 0x20); };
  const auto letter = [&](std::size_t i) {
    return i < text.size() && lower(i) >= 'a' && lower(i) <= 'z';
  };
  if (at > 0 && letter(at - 1)) return 0;
  for (std::size_t month = 0; month < kMonths.size(); ++month) {
    if (lower(at) != kMonths[month][0] || lower(at + 1) != kMonths[month][1] ||
        lower(at + 2) != kMonths[month][2]) {
      continue;
    }
    length = 3;
    while (length < 10 && letter(at + length)) ++length;
    return static_cast<int>(month) + 1;
  }
  return 0;
}

// `June 26, 2024` and `26 June 2024`.
Date english_date(std::string_view text, std::size_t at) {
  std::size_t length = 0;
  const int month = month_at(text, at, length);
  if (month == 0) return {};
  const auto skip = [&](std::size_t from) {
    while (from < text.size() && (text[from] == ' ' || text[from] == '.' || text[from] == ','))
      ++from;
    return from;
  };
  std::size_t next = skip(at + length);
  const Number first = number_at(text, next);
  Date date{0, month, 0};
  if (first.digits == 4) {
    std::size_t before = at;
    while (before > 0 && text[before - 1] == ' ') --before;
    std::size_t digits = before;
    while (digits > 0 && before - digits < 2 && digit(text, digits - 1)) --digits;
    date.year = first.value;
    date.day = number_at(text.substr(0, before), digits).value;
  } else if (first.digits == 1 || first.digits == 2) {
    next = skip(next + first.digits);
    date.day = first.value;
    date.year = number_at(text, next).value;
  }
  return valid(date) ? date : Date{};
}

}  // namespace

Date find_date(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (digit(text, at)) {
      const Date date = numeric_date(text, at);
      if (date.known()) return date;
      while (digit(text, at + 1)) ++at;
    } else if (static_cast<unsigned char>(text[at]) < 0x80) {
      const Date date = english_date(text, at);
      if (date.known()) return date;
    }
  }
  return {};
}

bool opens_with_month(std::string_view text) {
  std::size_t length = 0;
  return !text.empty() && (static_cast<unsigned char>(text[0]) & 0x80) == 0 &&
         month_at(text, 0, length) != 0;
}

Date date_in_url(std::string_view url) {
  for (std::size_t at = 0; at + 5 <= url.size(); ++at) {
    if (url[at] != '/' && url[at] != '=' && url[at] != '_') continue;
    const Number year = number_at(url, at + 1);
    const Date packed{year.value / 10000, year.value / 100 % 100, year.value % 100};
    if (year.digits == 8 && valid(packed)) return packed;
    if (year.digits != 4 || year.value < kFirstYear || year.value > kLastYear) continue;
    std::size_t next = at + 5;
    if (next >= url.size() || (url[next] != '/' && url[next] != '-')) continue;
    const Number month = number_at(url, next + 1);
    if (month.digits != 2 || month.value < 1 || month.value > 12) continue;
    next += 3;
    if (next < url.size() && url[next] == url[at + 5]) {
      const Number day = number_at(url, next + 1);
      const Date date{year.value, month.value, day.value};
      if (day.digits == 2 && valid(date)) return date;
    }
    if (url[at + 5] == '/') return {year.value, month.value, 0};
  }
  return {};
}

}  // namespace samgak
