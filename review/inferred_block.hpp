// What follows from the graph, and from what it follows, for the page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "review/review_page.hpp"

namespace samgak::review {

/// Inferred edges of one relation that one rule gave.
struct InferenceCount {
  std::string_view relation;
  std::string_view rule;
  std::uint32_t edges = 0;
};

/// By relation, then by rule.
[[nodiscard]] std::vector<InferenceCount> count_inferences(const KnowledgeGraph& graph);

/// JSON for a script element: `relations` and `rules` by number, and columns with a row for each
/// inferred edge of `input.inferred`. Its ends are numbers of nodes of `input.graph`. `first` says
/// where its list in `premises` begins; a premise is the number of a statement of `input.graph` or,
/// when that is past their end, of an inferred edge. The page's js/inferred.js reads it.
[[nodiscard]] std::string inferred_block(const ReviewInput& input);

}  // namespace samgak::review
