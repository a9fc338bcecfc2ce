// Decisions as the review page writes them in Turtle: one Web Annotation each.
#pragma once

#include <string>
#include <vector>

#include "review/decisions.hpp"

namespace samgak::review {

/// In the order in which the text names them. Other RDF in the text is passed over. Throws
/// `LoadError` (`name:line: …`) for text that does not parse.
[[nodiscard]] std::vector<Decision> decisions_of_turtle(const std::string& text,
                                                        const std::string& name);

}  // namespace samgak::review
