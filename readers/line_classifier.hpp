// What a line is by its own words and shape.
#pragma once

#include <cstdint>
#include <string_view>

#include "readers/noise_phrases.hpp"

namespace samgak {

struct LineTraits {
  LineClass line_class = LineClass::text;
  std::uint32_t length = 0;  ///< code points
  std::uint32_t words = 0;
  bool sentence = false;  ///< ends as sentences end
  bool stopped = false;   ///< ends with a full stop, question or exclamation mark; headlines do not
  bool clause = false;    ///< ends in a noun made of a verb: «…하기로 함»; `sentence`, too
  bool polite = false;    ///< a sentence that ends politely: «…습니다»
  bool label = false;     ///< «일시: …»
  bool bare_date = false;       ///< begins with a date and holds little else
  bool mail = false;            ///< holds a mail address
  std::uint32_t cut_begin = 0;  ///< bytes at the front that are no part of what it says: a dateline
  std::uint32_t cut_end =
      0;  ///< bytes at the back that are none: a photo credit, the reporter's address
};

/// Judges one line of clean text, without a look at its neighbours. `bullet`: a bullet mark stood
/// before it.
[[nodiscard]] LineTraits classify_line(std::string_view line, bool bullet);

}  // namespace samgak
