// All that the page shows before somebody asks for an example.
#pragma once

#include <string>
#include <vector>

#include "review/review_page.hpp"

namespace samgak::review {

/// JSON for a script element of the id `data-` and `id`; a part of the page reads it.
struct PageBlock {
  std::string id;
  std::string json;
};

struct PageSummary {
  std::vector<PageBlock> blocks;   ///< `summary`, and one for each list that may be long
  std::vector<std::string> stale;  ///< items of decisions that are not on the page
};

[[nodiscard]] PageSummary summarize(const ReviewInput& input);

}  // namespace samgak::review
