// The whole graph as columns of numbers, for the page to look examples up in.
#pragma once

#include <string>

#include "review/review_page.hpp"

namespace samgak::review {

/// JSON for a script element. Members: `strings` (each text once, the first is empty), `documents`,
/// `types`, `relations`, `nodes`, `statements`, `evidence`, `mentions`. Columns of one member have
/// the same length; `first` columns say where the list of a row begins in the member below it and
/// have one number more. The page's js/graph.js reads it.
[[nodiscard]] std::string graph_columns(const ReviewInput& input);

}  // namespace samgak::review
