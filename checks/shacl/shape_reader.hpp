// Reads the shapes of a graph.
#pragma once

#include "checks/shacl/shape.hpp"

namespace samgak::shacl {

/// All shapes that have targets, and the shapes that they hold. Throws `LoadError` for shapes that
/// lead back to themselves and for a property of SHACL that Samgak does not evaluate: a condition
/// that is passed over would make a wrong graph look right.
[[nodiscard]] ShapeSet read_shapes(const RdfGraph& shapes);

}  // namespace samgak::shacl
