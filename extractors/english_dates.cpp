#include <array>
#include <utility>

#include "extractors/date_reader.hpp"

namespace samgak {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 12> kShortMonths{
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "Jun.", "Jul.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."};
constexpr std::array<std::string_view, 7> kDays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                "Thursday", "Friday", "Saturday"};

bool word_ends(const DateCursor& c) {
  return !is_letter_or_digit(decode(c.rest(), 0).value);
}

int read_month_name(DateCursor& c) {
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    for (const std::string_view name : {kMonths[i], kShortMonths[i]}) {
      DateCursor next = c;
      if (!next.word(name) || (name.back() != '.' && !word_ends(next))) continue;
      c = next;
      return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

/// «7», «7th», «21-22», «21 to 22»: the first day.
int read_day(DateCursor& c) {
  DateCursor next = c;
  const int day = next.number(1, 2);
  if (day < 1 || day > 31) return 0;
  for (const std::string_view ordinal : {"st", "nd", "rd", "th"}) {
    if (next.word(ordinal)) break;
  }
  c = next;
  if (next.word("-") || next.word("–") || next.word(" to ")) {
    if (next.number(1, 2) > 0) c = next;
  }
  return word_ends(c) ? day : 0;
}

int read_year(DateCursor& c) {
  DateCursor next = c;
  next.word(",");
  next.spaces();
  const int year = next.number(4, 4);
  if (year < 1900 || year > 2100 || !word_ends(next)) return 0;
  c = next;
  return year;
}

SpokenDate done(Date date, const DateCursor& c, DateSide side = DateSide::none,
                bool fixed = false) {
  return {date, side, fixed || date.year != 0, c.at()};
}

/// «June 7, 2024», «June 2024», «7 June 2024». A month alone counts behind «in», «last», «next»,
/// «this», «late»: «May» and «March» are verbs too.
SpokenDate read_calendar_date(DateCursor c, bool after_preposition, DateSide side) {
  DateCursor start = c;
  int day = read_day(c);
  if (day > 0) c.spaces();
  const int month = read_month_name(c);
  if (month == 0) return {};
  DateCursor next = c;
  next.spaces();
  if (day == 0) {
    day = read_day(next);
    if (day > 0) c = next;
  }
  const int year = read_year(c);
  if (day == 0 && year == 0 && !after_preposition) return {};
  return c.at() == start.at() ? SpokenDate{} : done({year, month, day}, c, side);
}

SpokenDate read_weekday(DateCursor c, DateSide side, Date published) {
  for (std::size_t i = 0; i < kDays.size(); ++i) {
    DateCursor next = c;
    if (!next.word(kDays[i]) || !word_ends(next) || published.day == 0) continue;
    const int distance = (static_cast<int>(i) - weekday(published) + 7) % 7;
    // Reports tell of the day just gone by.
    const int days = side == DateSide::future ? (distance == 0 ? 7 : distance)
                     : distance == 0          ? 0
                                              : distance - 7;
    SpokenDate said = done(shifted_days(published, days), next, side, true);
    said.cycle = side == DateSide::none ? 7 : 0;
    return said;
  }
  return {};
}

}  // namespace

SpokenDate read_english_date(std::string_view text, std::uint32_t at, Date published) {
  DateCursor c(text, at);
  const char first = at < text.size() ? text[at] : '\0';
  if (!is_latin(static_cast<unsigned char>(first)) && !is_digit(static_cast<unsigned char>(first)))
    return {};
  constexpr std::array<std::pair<std::string_view, DateSide>, 12> kOpeners{
      {{"in early ", DateSide::none},
       {"in late ", DateSide::none},
       {"in mid-", DateSide::none},
       {"in ", DateSide::none},
       {"early ", DateSide::none},
       {"late ", DateSide::none},
       {"on ", DateSide::none},
       {"last ", DateSide::past},
       {"this ", DateSide::none},
       {"this coming ", DateSide::future},
       {"next ", DateSide::future},
       {"of ", DateSide::none}}};
  bool opened = false;
  DateSide side = DateSide::none;
  for (const auto& [word, direction] : kOpeners) {
    if (!c.word(word)) continue;
    opened = true;
    side = direction;
    break;
  }
  const int step = side == DateSide::past ? -1 : side == DateSide::future ? 1 : 0;
  if (opened && published.known()) {
    for (const std::string_view season : {"year", "spring", "summer", "autumn", "fall", "winter"}) {
      DateCursor next = c;
      if (next.word(season) && word_ends(next) &&
          (side != DateSide::none || text.substr(at).starts_with("this ")))
        return done({published.year + step, 0, 0}, next, side);
    }
    DateCursor next = c;
    if (next.word("month") && word_ends(next) &&
        (step != 0 || text.substr(at).starts_with("this ")))
      return done(shifted_months(published, step), next, side);
    if (const SpokenDate day = read_weekday(c, side, published); day.any()) return day;
  }
  if (opened && text.substr(at).starts_with("in ")) {
    DateCursor next = c;
    if (const int year = next.number(4, 4); year >= 1900 && year <= 2100 && word_ends(next))
      return done({year, 0, 0}, next);
  }
  // «agreed Wednesday»: the press leaves «on» away.
  if (const SpokenDate day = read_weekday(c, side, published); !opened && day.any()) return day;
  for (const auto& [word, days] : {std::pair{"yesterday", -1}, {"today", 0}, {"tomorrow", 1}}) {
    DateCursor next = c;
    if (!opened && published.day != 0 && next.word(word) && word_ends(next))
      return done(shifted_days(published, days), next);
  }
  return read_calendar_date(c, opened, side);
}

}  // namespace samgak
