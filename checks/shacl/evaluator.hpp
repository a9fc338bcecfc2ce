// Evaluates shapes over a graph.
#pragma once

#include <vector>

#include "checks/shacl/class_tree.hpp"
#include "checks/shacl/shape.hpp"

namespace samgak::shacl {

struct ShapeResult {
  TermIndex focus = kNoTerm;
  ShapeIndex shape{};
  Component component = Component::class_;
  TermIndex value = kNoTerm;      ///< or kNoTerm
  TermIndex predicate = kNoTerm;  ///< the property of a `closed` or `sparql` result; otherwise the
                                  ///< shape's path counts
};

/// What a rule of `sh:sparql` says about one focus node.
struct RuleHit {
  TermIndex focus = kNoTerm;
  TermIndex predicate = kNoTerm;  ///< `?path` of the query
  TermIndex value = kNoTerm;      ///< `?value` of the query
};

/// Stands for the query of one shape: looks at all its focus nodes (sorted) at once.
using RuleFunction = std::vector<RuleHit> (*)(const RdfGraph& data,
                                              const std::vector<TermIndex>& focus_nodes);
/// The function for the shape with this IRI, or null.
using RuleFinder = RuleFunction (*)(std::string_view shape_iri);

/// Evaluates every shape that has targets. `data` holds the vocabulary too, since `sh:class` needs
/// its sub-class axioms, and shares its terms with the shapes. Results come in order of shapes and
/// focus nodes. Throws `LoadError` for a shape with `sh:sparql` that `rules` does not know.
[[nodiscard]] std::vector<ShapeResult> evaluate(const RdfGraph& data, const ShapeSet& shapes,
                                                RuleFinder rules);

}  // namespace samgak::shacl
