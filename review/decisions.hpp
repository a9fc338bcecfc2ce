// What a reviewer decided on the page, read back from the file that the page exported.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace samgak::review {

struct Decision {
  std::string item;      ///< key of what was judged, e.g. `duplicate:a b`; never empty
  std::string label;     ///< what the page called it
  std::string verdict;   ///< `accept`, `reject` or empty when there is only a comment
  std::string comment;   ///< may hold line breaks
  std::string reviewer;  ///< may be empty
  std::string at;        ///< ISO 8601, when it was taken

  friend bool operator==(const Decision&, const Decision&) = default;
};

/// Reads the page's JSON, CSV or Turtle, whichever it is. Of two decisions on one item the later in
/// the file counts. Throws `LoadError` (`name: …`, for CSV `name:line: …`) for anything else, an
/// unknown verdict included.
[[nodiscard]] std::vector<Decision> read_decisions(std::istream& in, std::string_view name);

}  // namespace samgak::review
