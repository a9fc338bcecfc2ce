// Dates as Korean texts give them, resolved against the day of publication.
#pragma once

#include <string_view>
#include <vector>

#include "text/date.hpp"
#include "text/span.hpp"

namespace samgak {

/// A date expression. `date` is as precise as the words are: «내년 상반기» is a year, «지난 3월» a
/// month.
struct DateMention {
  Span span;
  Date date;
};

/// Date expressions of `sentence`, in text order: 2024년 6월 26일, 2024. 6. 26., ’24. 6. 26., 6월
/// 26일, 26일, 지난해 12월, 지난 5월, 오는 9일, 지난달 3일, 다음 달 16일, 내년 상반기, 올해 하반기.
/// What needs a day of publication is left out when `published` is unknown.
[[nodiscard]] std::vector<DateMention> find_dates(std::string_view text, Span sentence,
                                                  Date published);

}  // namespace samgak
