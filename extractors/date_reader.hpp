// What the readers of dates share: a cursor over the words, and what the words say before it is set
// against the day of publication.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/date.hpp"
#include "text/utf8.hpp"

namespace samgak {

/// Reads the parts of one expression from left to right. Offsets are bytes of the whole text.
class DateCursor {
 public:
  DateCursor(std::string_view text, std::uint32_t at) : text_(text), at_(at) {}

  [[nodiscard]] std::uint32_t at() const { return at_; }
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

  bool word(std::string_view form) {
    if (!rest().starts_with(form)) return false;
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

enum class DateSide { none, past, future };

/// What the words say. A `fixed` date needs no day of publication any more.
struct SpokenDate {
  Date date;
  DateSide side = DateSide::none;
  bool fixed = false;
  std::uint32_t end = 0;  ///< behind the words, bytes; 0 when there is no date
  int cycle = 0;          ///< see `DateMention`

  [[nodiscard]] bool any() const { return end != 0; }
};

[[nodiscard]] inline Date shifted_days(Date day, int days) {
  return day.day == 0 ? Date{} : date_from_days(days_since_epoch(day) + days);
}
[[nodiscard]] inline Date shifted_months(Date month, int months) {
  const int index = month.year * 12 + month.month - 1 + months;
  return {index / 12, index % 12 + 1, 0};
}

/// The English date that begins at byte `at`: «June 7, 2024», «7 June», «May 21-22», «last month»,
/// «next year», «in 2025».
[[nodiscard]] SpokenDate read_english_date(std::string_view text, std::uint32_t at, Date published);

}  // namespace samgak
