#include "extractors/dates.hpp"

#include <array>
#include <utility>

#include "text/utf8.hpp"

namespace samgak {
namespace {

/// Reads the parts of one expression from left to right.
class Cursor {
 public:
  Cursor(std::string_view text, std::uint32_t at) : text_(text), at_(at) {}

  [[nodiscard]] std::uint32_t at() const { return at_; }

  bool word(std::string_view form) {
    if (!text_.substr(at_).starts_with(form)) return false;
    at_ += static_cast<std::uint32_t>(form.size());
    return true;
  }
  void spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  /// A number of `least` to `most` digits, -1 when there is none.
  int number(int least, int most) {
    int value = 0;
    int digits = 0;
    std::uint32_t i = at_;
    for (; i < text_.size() && is_digit(static_cast<unsigned char>(text_[i])) && digits <= most;
         ++i, ++digits) {
      value = value * 10 + (text_[i] - '0');
    }
    if (digits < least || digits > most) return -1;
    at_ = i;
    return value;
  }
  /// The number before `unit`; nothing is read when the unit does not follow.
  int counted(std::string_view unit, int most_digits) {
    const std::uint32_t before = at_;
    const int value = number(1, most_digits);
    spaces();
    if (value >= 0 && word(unit)) return value;
    at_ = before;
    return -1;
  }

 private:
  std::string_view text_;
  std::uint32_t at_;
};

enum class Side { none, past, future };

/// What the words say, before it is set against the day of publication.
struct Spoken {
  int year = 0;
  bool year_given = false;
  int month = 0;
  int day = 0;
  Side side = Side::none;
  bool month_relative = false;
  bool year_only = false;
};

bool plausible(int month, int day) {
  return month >= 1 && month <= 12 && day >= 0 && day <= 31;
}

/// 2024. 6. 26. and 2024-06-26 and ’24. 6. 26.
bool read_numeric(Cursor& cursor, Spoken& said) {
  Cursor c = cursor;
  const bool short_year = c.word("’") || c.word("‘") || c.word("'");
  int year = short_year ? c.number(2, 2) : c.number(4, 4);
  if (year < 0) return false;
  if (short_year) year += 2000;
  if (year < 1900 || year > 2100) return false;
  if (!c.word(".") && !c.word("-")) return false;
  c.spaces();
  const int month = c.number(1, 2);
  if (month < 1 || month > 12) return false;
  said.year = year;
  said.year_given = true;
  said.month = month;
  cursor = c;
  if (c.word(".") || c.word("-")) {
    c.spaces();
    const int day = c.number(1, 2);
    if (day >= 1 && day <= 31) {
      said.day = day;
      cursor = c;
    }
  }
  return true;
}

void read_year(Cursor& c, Spoken& said, int this_year) {
  constexpr std::array<std::pair<std::string_view, int>, 7> kYears{{{"재작년", -2},
                                                                    {"지난해", -1},
                                                                    {"작년", -1},
                                                                    {"올해", 0},
                                                                    {"올 ", 0},
                                                                    {"내년", 1},
                                                                    {"연내", 0}}};
  for (const auto& [word, offset] : kYears) {
    if (this_year == 0 || !c.word(word)) continue;
    said.year = this_year + offset;
    said.year_given = true;
    said.year_only = true;
    return;
  }
  if (const int year = c.counted("년", 4); year >= 1900 && year <= 2100) {
    said.year = year;
    said.year_given = true;
    said.year_only = true;
  }
}

void read_month(Cursor& c, Spoken& said, Date published) {
  constexpr std::array<std::pair<std::string_view, int>, 8> kMonths{{{"지난달", -1},
                                                                     {"지난 달", -1},
                                                                     {"이달", 0},
                                                                     {"이번 달", 0},
                                                                     {"다음 달", 1},
                                                                     {"다음달", 1},
                                                                     {"내달", 1},
                                                                     {"이 달", 0}}};
  for (const auto& [word, offset] : kMonths) {
    if (!published.known() || !c.word(word)) continue;
    const int index = published.year * 12 + published.month - 1 + offset;
    said.year = index / 12;
    said.month = index % 12 + 1;
    said.month_relative = true;
    return;
  }
  if (const int month = c.counted("월", 2); month >= 1 && month <= 12) said.month = month;
}

Date resolve(const Spoken& said, Date published) {
  Date date{said.year, said.month, said.day};
  if (said.year_given || said.month_relative) return date;
  if (!published.known()) return {};
  date.year = published.year;
  if (said.month == 0) {
    // «26일»: the nearest day of that number on the side that the words name.
    date.month = published.month;
    const int past = said.side == Side::past && said.day > published.day ? -1 : 0;
    const int future = said.side == Side::future && said.day < published.day ? 1 : 0;
    const bool long_ago = said.side == Side::none && said.day > published.day + 14;
    const int index = date.year * 12 + date.month - 1 + past + future - (long_ago ? 1 : 0);
    date.year = index / 12;
    date.month = index % 12 + 1;
  } else {
    const bool later =
        said.month > published.month || (said.month == published.month && said.day > published.day);
    const bool earlier = said.month < published.month;
    if (said.side == Side::past && later) --date.year;
    if (said.side == Side::future && earlier) ++date.year;
  }
  return date;
}

}  // namespace

std::vector<DateMention> find_dates(std::string_view text, Span sentence, Date published) {
  std::vector<DateMention> out;
  const std::string_view visible_text = text.substr(0, sentence.end);
  bool word_begins = true;
  for (std::uint32_t at = sentence.begin; at < sentence.end;) {
    const CodePoint here = decode(visible_text, at);
    const bool letter = is_letter_or_digit(here.value);
    if (!word_begins && letter) {
      at += here.length;
      continue;
    }
    Cursor c(visible_text, at);
    Spoken said;
    if (!read_numeric(c, said)) {
      if (c.word("지난 ")) said.side = Side::past;
      if (c.word("오는 ")) said.side = Side::future;
      read_year(c, said, published.year);
      std::uint32_t last = c.at();
      c.spaces();
      read_month(c, said, published);
      if (said.month != 0) last = c.at();
      c.spaces();
      const int day = c.counted("일", 2);
      const bool span_of_days = visible_text.substr(c.at()).starts_with("간");
      if (day >= 1 && day <= 31 && !span_of_days) {
        said.day = day;
        last = c.at();
      }
      c = Cursor(visible_text, last);
    }
    const bool any = said.year_only || said.month != 0 || said.day != 0;
    const Date date = any ? resolve(said, published) : Date{};
    if (date.known() && (date.month == 0 || plausible(date.month, date.day)) &&
        (date.day == 0 || date.day <= days_in_month(date.year, date.month))) {
      out.push_back({{at, c.at()}, date});
      at = c.at();
      word_begins = false;
      continue;
    }
    word_begins = !letter;
    at += here.length;
  }
  return out;
}

}  // namespace samgak
