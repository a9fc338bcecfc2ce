#include "extractors/dates.hpp"

#include <array>

#include "extractors/date_reader.hpp"
#include "extractors/date_words.hpp"

namespace samgak {
namespace {

using namespace date_words;  // NOLINT: the tables of this file

constexpr int kLongestMonth = 31;

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> forms) {
  for (const std::string_view form : forms) {
    if (text.starts_with(form)) return true;
  }
  return false;
}

bool plausible(Date date) {
  return date.month >= 0 && date.month <= 12 && date.day >= 0 &&
         (date.day == 0 || date.day <= days_in_month(date.year, date.month));
}

/// 2024. 6. 26., 2024-06-26, 2024/6/26, ’24. 6. 26.
SpokenDate read_numeric(DateCursor c) {
  const bool short_year = c.word("’") || c.word("‘") || c.word("'");
  int year = short_year ? c.number(2, 2) : c.number(4, 4);
  if (year < 0) return {};
  if (short_year) year += 2000;
  if (year < 1900 || year > 2100) return {};
  c.spaces();
  if (!c.word(".") && !c.word("-") && !c.word("/")) return {};
  c.spaces();
  const int month = c.number(1, 2);
  if (month < 1 || month > 12) return {};
  SpokenDate said{{year, month, 0}, DateSide::none, true, c.at()};
  if (c.word(".") || c.word("-") || c.word("/")) {
    c.spaces();
    const int day = c.number(1, 2);
    if (day >= 1 && day <= 31) said = {{year, month, day}, DateSide::none, true, c.at()};
  }
  return said;
}

/// «3.27.», «3. 27.(목)», «6/26(수)»: a month and a day that end in a stop or a bracket, so
/// that 3.5 is no date.
SpokenDate read_short_numeric(DateCursor c) {
  const int month = c.number(1, 2);
  const bool stop = c.word(".");
  if (month < 1 || month > 12 || (!stop && !c.word("/"))) return {};
  c.spaces();
  const int day = c.number(1, 2);
  if (day < 1 || day > 31) return {};
  const std::uint32_t end = c.at();
  const bool closed = stop && c.word(".") && !is_digit(decode(c.rest(), 0).value);
  if (!closed && !c.rest().starts_with("(")) return {};
  return {{0, month, day}, DateSide::none, false, end};
}

/// 이날, 전날, 둘째 날, 오늘: days that lean on another.
SpokenDate read_leaning(DateCursor c, const DateContext& context, bool& leaning) {
  const auto read = [&](const auto& table, Date base) -> SpokenDate {
    for (const auto& [word, days] : table) {
      DateCursor next = c;
      if (!next.word(word) || base.day == 0) continue;
      return {shifted_days(base, days), DateSide::none, true, next.at()};
    }
    return {};
  };
  leaning = true;
  if (SpokenDate said = read(kOfTold, context.told.day != 0 ? context.told : context.published);
      said.any())
    return said;
  if (SpokenDate said = read(kOfEvent, context.event); said.any()) return said;
  leaning = false;
  return read(kOfPublication, context.published);
}

/// «다음 주 화요일», «지난주», «이번 주»: a day, or the month that holds the whole week.
SpokenDate read_week(DateCursor c, Date published) {
  if (published.day == 0) return {};
  constexpr std::array<std::string_view, 7> kWeekdays{"월요일", "화요일", "수요일", "목요일",
                                                      "금요일", "토요일", "일요일"};
  const Date monday = shifted_days(published, -((weekday(published) + 6) % 7));
  for (const auto& [word, weeks] : kWeeks) {
    if (!c.word(word)) continue;
    const Date first = shifted_days(monday, weeks * 7);
    const std::uint32_t end = c.at();
    c.spaces();
    for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
      if (c.word(kWeekdays[i]))
        return {shifted_days(first, static_cast<int>(i)), DateSide::none, true, c.at()};
    }
    const Date last = shifted_days(first, 6);
    return {
        {first.year, first.month == last.month ? first.month : 0, 0}, DateSide::none, true, end};
  }
  return {};
}

bool read_year(DateCursor& c, SpokenDate& said, int this_year) {
  for (const auto& [word, offset] : kYears) {
    DateCursor next = c;
    if (this_year == 0 || !next.word(word)) continue;
    // «올가을», «올해»; «올리다» is a verb.
    if (word == "올" &&
        !starts_with_any(next.rest(), {"봄", "여름", "가을", "겨울", "상반기", "하반기", "연말"}))
      continue;
    if (word == "올 " &&
        !starts_with_any(next.rest(), {"봄", "여름", "가을", "겨울", "상반기", "하반기", "연말",
                                       "초", "1", "2", "3", "4", "5", "6", "7", "8", "9"}))
      continue;
    said.date.year = this_year + offset;
    said.fixed = true;
    c = next;
    return true;
  }
  if (const int year = c.counted("년", 4); year >= 1900 && year <= 2100) {
    said.date.year = year;
    said.fixed = true;
    return true;
  }
  return false;
}

/// «상반기», «4분기», «말» behind a year or a month, or by itself: it makes no date more precise.
bool read_part(DateCursor& c) {
  DateCursor next = c;
  next.spaces();
  for (const std::string_view part : kParts) {
    DateCursor after = next;
    if (!after.word(part)) continue;
    const char32_t letter = decode(after.rest(), 0).value;
    const bool one_syllable = part.size() == std::string_view("초").size();
    if (one_syllable && is_letter_or_digit(letter) && letter != U'에' && letter != U'까') continue;
    c = after;
    return true;
  }
  return false;
}

bool read_month(DateCursor& c, SpokenDate& said, Date published) {
  for (const auto& [word, offset] : kMonths) {
    if (published.month == 0 || !c.word(word)) continue;
    said.date = shifted_months(published, offset);
    said.fixed = true;
    return true;
  }
  DateCursor next = c;
  const int month = next.counted("월", 2);
  if (month < 1 || month > 12) return false;
  said.date.month = month;
  c = next;
  return true;
}

/// «26일», «16~17일», «16, 17일»: the first day. Lengths of time are no days.
bool read_day(DateCursor& c, SpokenDate& said) {
  DateCursor next = c;
  int day = next.number(1, 2);
  if (day < 1 || day > 31) return false;
  const int first = day;
  DateCursor range = next;
  if (range.word("~") || range.word("∼") || range.word("-") || range.word("–") || range.word("·") ||
      range.word(", ")) {
    day = range.number(1, 2);
    if (day > first && day <= 31) next = range;
  }
  next.spaces();
  if (!next.word("일")) return false;
  const std::string_view rest = next.rest();
  const bool month_said = said.date.month != 0;
  if (rest.starts_with("간") || rest.starts_with("째")) return false;
  if (!month_said &&
      starts_with_any(rest, {" 만에", " 만의", " 안", " 이내", " 동안", " 뒤", " 후", " 전",
                             " 연속", "여", "가량", " 유예", " 이상", " 내로", "짜리"}))
    return false;
  said.date.day = first;
  c = next;
  return true;
}

SpokenDate read_korean(DateCursor c, Date published) {
  SpokenDate said;
  if (c.word(kLast)) said.side = DateSide::past;
  if (c.word(kNext[0]) || c.word(kNext[1])) said.side = DateSide::future;
  if (read_year(c, said, published.year)) said.end = c.at();
  c.spaces();
  if (read_month(c, said, published)) said.end = c.at();
  c.spaces();
  if (read_day(c, said)) said.end = c.at();
  return said;
}

/// Sets what was said against the day of publication.
Date resolve(const SpokenDate& said, Date published) {
  Date date = said.date;
  if (said.fixed) return date;
  if (!published.known()) return {};
  date.year = published.year;
  if (date.month == 0) {
    // «26일»: the nearest day of that number on the side that the words name.
    if (published.day == 0) return {};
    const int past = said.side == DateSide::past && date.day > published.day ? -1 : 0;
    const int future = said.side == DateSide::future && date.day < published.day ? 1 : 0;
    const bool long_ago = said.side == DateSide::none && date.day > published.day + 14;
    const int day = date.day;
    date = shifted_months(published, past + future - (long_ago ? 1 : 0));
    date.day = day;
    return date;
  }
  if (published.month == 0) return date;
  const bool later =
      date.month > published.month || (date.month == published.month && date.day > published.day);
  const bool earlier = date.month < published.month;
  if (said.side == DateSide::past && later) --date.year;
  if (said.side == DateSide::future && earlier) ++date.year;
  if (said.side == DateSide::none) {
    // In December «1월» is next month, in January «12월» is last month.
    constexpr int kFarAway = 10;
    if (date.month - published.month >= kFarAway) --date.year;
    if (published.month - date.month >= kFarAway) ++date.year;
  }
  return date;
}

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

/// A quick look at where a word begins: most begin no date.
bool may_begin_a_date(std::string_view rest) {
  constexpr std::string_view kAscii = "0123456789'ieoltnyJFMASONDTW";
  if (is_ascii(rest.front())) return kAscii.find(rest.front()) != std::string_view::npos;
  return openings().at_begin_of(rest) || rest.starts_with("’") || rest.starts_with("‘");
}

/// What the words at `at` say. Korean words, digits and English words begin dates of different
/// kinds.
SpokenDate read_words(std::string_view text, std::uint32_t at, const DateContext& context,
                      bool& leaning) {
  SpokenDate said;
  if (!is_ascii(text[at]) && openings().at_begin_of(text.substr(at))) {
    said = read_leaning({text, at}, context, leaning);
    if (said.any()) return said;
    leaning = false;
    said = read_week({text, at}, context.published);
    return said.any() ? said : read_korean({text, at}, context.published);
  }
  said = read_numeric({text, at});
  if (!said.any()) said = read_short_numeric({text, at});
  if (!said.any()) said = read_korean({text, at}, context.published);
  if (!said.any()) said = read_english_date(text, at, context.published);
  return said;
}

/// The expression that begins at `at`; an empty span when there is none.
DateMention read_at(std::string_view text, std::uint32_t at, const DateContext& context) {
  DateMention out;
  SpokenDate said = read_words(text, at, context, out.leaning);
  DateCursor part(text, said.any() ? said.end : at);
  const bool has_part = (!said.any() || said.date.day == 0) && read_part(part);
  if (!said.any() && has_part && says_a_date_alone(text.substr(at, part.at() - at)) &&
      context.published.known()) {
    said = {{context.published.year, 0, 0}, DateSide::none, true, part.at()};
  } else if (said.any() && has_part) {
    said.end = part.at();
  }
  if (!said.any()) return out;
  const Date date = resolve(said, context.published);
  if (!date.known() || !plausible(date)) return out;
  out.span = {at, said.end};
  out.date = date;
  const bool bare_day = !said.fixed && said.date.month == 0 && said.side == DateSide::none;
  out.cycle = bare_day ? kLongestMonth : said.cycle;
  return out;
}

/// «16일 하노이, 17일 방콕»: a bare day right behind a day of a named month is of that month.
void inherit_month(std::string_view text, std::vector<DateMention>& dates) {
  constexpr std::uint32_t kNear = 24;
  for (std::size_t i = 1; i < dates.size(); ++i) {
    const DateMention& before = dates[i - 1];
    DateMention& date = dates[i];
    const bool near = date.span.begin - before.span.end <= kNear;
    const bool listed =
        near && slice(text, {before.span.end, date.span.begin}).find(',') != std::string_view::npos;
    const bool range = slice(text, {before.span.end, date.span.begin}).starts_with("부터 ");
    if (date.cycle == 0 || before.cycle != 0 || before.leaning || before.date.day == 0 ||
        !(listed || (near && range)) || date.date.day <= before.date.day)
      continue;
    date.date = {before.date.year, before.date.month, date.date.day};
    date.cycle = 0;
  }
}

}  // namespace

std::vector<DateMention> find_dates(std::string_view text, Span sentence,
                                    const DateContext& context) {
  std::vector<DateMention> out;
  const std::string_view visible_text = text.substr(0, sentence.end);
  bool word_begins = true;
  for (std::uint32_t at = sentence.begin; at < sentence.end;) {
    // The bytes that most syllables begin with: inside a word there is no need to decode them.
    if (const char lead = text[at]; !word_begins && (lead == '\xEB' || lead == '\xEC')) {
      at += 3;
      continue;
    }
    const CodePoint here = decode(visible_text, at);
    const bool letter = is_letter_or_digit(here.value);
    const bool opens = word_begins && may_begin_a_date(visible_text.substr(at));
    DateMention date = opens ? read_at(visible_text, at, context) : DateMention{};
    if (!date.span.empty()) {
      at = date.span.end;
      out.push_back(date);
      word_begins = false;
      continue;
    }
    word_begins = !letter;
    at += here.length;
  }
  inherit_month(text, out);
  return out;
}

Date next_in_cycle(const DateMention& date) {
  constexpr int kWeekDays = 7;
  if (date.cycle == kWeekDays) return date_from_days(days_since_epoch(date.date) + kWeekDays);
  const int month = date.date.month % 12 + 1;
  Date next{date.date.year + (month == 1 ? 1 : 0), month, date.date.day};
  if (next.day > days_in_month(next.year, next.month)) next.day = 0;
  return next;
}

}  // namespace samgak
