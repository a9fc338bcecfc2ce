// What a line is by its own words and shape.
#pragma once

#include <cstdint>
#include <string_view>

#include "readers/noise_lexicon.hpp"

namespace samgak {

struct LineTraits {
  LineClass line_class = LineClass::text;
  std::uint32_t length = 0;  ///< code points
  std::uint32_t words = 0;
  bool sentence = false;  ///< ends as sentences end
  bool stopped = false;   ///< ends with a full stop, question or exclamation mark; headlines do not
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

/// Does the text end as sentences do: a full stop, question or exclamation mark, or a Korean final
/// ending, quotation marks and brackets aside?
[[nodiscard]] bool ends_sentence(std::string_view line);

/// The same without the endings.
[[nodiscard]] bool ends_with_stop(std::string_view line);

/// Does the line begin with a short label and a colon?
[[nodiscard]] bool is_label_line(std::string_view line);

}  // namespace samgak
