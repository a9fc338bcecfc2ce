// The classes of a vocabulary and the relations between them, as a diagram.
#pragma once

#include <string>

#include "ontology/schema.hpp"

namespace samgak {

/// DOT with a legend: boxes are classes (dashed: abstract), hollow arrows lead to the wider class,
/// named arrows are relations from their subjects to their objects. Labels in Korean and English.
[[nodiscard]] std::string class_diagram(const Schema& schema);

}  // namespace samgak
