// Dates as Korean and English texts give them, resolved against the day of publication.
#pragma once

#include <string_view>
#include <vector>

#include "text/date.hpp"
#include "text/span.hpp"

namespace samgak {

/// What the words of a date may lean on. Each may be unknown.
struct DateContext {
  Date published;  ///< the day of publication: 지난달, 내년, 오는 15일, 26일
  Date told;       ///< the last day that the text told of: 이날, 같은 날, 전날, 이튿날
  Date event;      ///< the first day of what the text is about: 첫날, 둘째 날
};

/// A date expression. `date` is as precise as the words are: «내년 상반기» is a year, «지난 3월» a
/// month.
struct DateMention {
  Span span;
  Date date;
  bool leaning = false;  ///< says no day of its own: 이날, 전날, 둘째 날
  /// Days after which a guess repeats itself: 31 for a day without its month («26일»), 7 for a
  /// weekday («on Friday»), 0 when nothing is guessed. The guess is the nearest day gone by.
  int cycle = 0;
};

/// Date expressions of `sentence`, in text order: 2024년 6월 26일, 2024. 6. 26., 2024/6/26,
/// ’24. 6. 26., 3.27., 6월 26일, 16~17일, 26일, 지난해 12월, 지난 5월, 오는 9일, 지난달 3일, 이달
/// 말, 다음 달 16일, 다음 주 화요일, 내년 상반기, 하반기, 연내, 이날, 전날, 이튿날; in English June
/// 7(, 2024), 7 June, May 21-22, last month, next year, on Friday. What needs something of the
/// context that is unknown is left out. Lengths of time (30일간, 3년) are no dates.
[[nodiscard]] std::vector<DateMention> find_dates(std::string_view text, Span sentence,
                                                  const DateContext& context);

/// The day one cycle later («will meet on Friday», «26일 열 예정»): in a week, or in the next
/// month; that month without a day where it has no such day.
[[nodiscard]] Date next_in_cycle(const DateMention& date);

}  // namespace samgak
