// Shapes of SHACL Core as they are read from a shapes graph.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/finding.hpp"
#include "checks/shacl/property_path.hpp"
#include "checks/shacl/text_pattern.hpp"
#include "ontology/rdf_graph.hpp"

namespace samgak::shacl {

/// The components that Samgak evaluates, each by its name in SHACL.
enum class Component : std::uint8_t {
  class_,
  datatype,
  node_kind,
  min_count,
  max_count,
  min_exclusive,
  min_inclusive,
  max_exclusive,
  max_inclusive,
  min_length,
  max_length,
  pattern,
  language_in,
  unique_lang,
  equals,
  disjoint,
  not_,
  and_,
  or_,
  xone,
  node,
  property,
  qualified_min_count,
  qualified_max_count,
  closed,
  has_value,
  in,
  sparql
};

/// `http://www.w3.org/ns/shacl#MinCountConstraintComponent` and the like.
[[nodiscard]] std::string component_iri(Component component);

/// Position of a shape in its `ShapeSet`.
enum class ShapeIndex : std::uint32_t {};

struct Constraint {
  Component component = Component::class_;
  std::vector<TermIndex>
      terms;  ///< class, type, node kind, values; for `closed`, the properties that may be there
  std::vector<ShapeIndex>
      shapes;  ///< of `not`, `and`, `or`, `xone`, `node`, `property` and the qualified counts
  std::uint64_t count = 0;  ///< of counts and lengths
  std::optional<TextPattern> pattern;
};

struct Target {
  enum class Kind : std::uint8_t { node, class_, subjects_of, objects_of };
  Kind kind = Kind::node;
  TermIndex term = kNoTerm;
};

struct Shape {
  TermIndex id = kNoTerm;
  FindingSeverity severity = FindingSeverity::violation;
  FindingText name;
  FindingText message;
  std::vector<Target> targets;
  std::optional<PropertyPath> path;  ///< of a property shape
  std::vector<Constraint> constraints;
  bool deactivated = false;
};

/// Shapes in a fixed order; none leads back to itself, and none holds another more than 32 deep.
struct ShapeSet {
  std::vector<Shape> shapes;

  [[nodiscard]] const Shape& operator[](ShapeIndex i) const {
    return shapes[static_cast<std::uint32_t>(i)];
  }
};

}  // namespace samgak::shacl
