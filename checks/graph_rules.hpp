// The rules of `shapes-sparql.ttl` without SPARQL.
#pragma once

#include <string_view>
#include <vector>

#include "checks/shacl/evaluator.hpp"

namespace samgak {

/// The function that gives what the query of this shape gives, or null. Of n nodes that a query
/// would pair each with each, a function pairs each with the next: n - 1 findings say the same as n
/// (n - 1) / 2.
[[nodiscard]] shacl::RuleFunction find_graph_rule(std::string_view shape_iri);

/// IRIs of all shapes that have a function, in no order.
[[nodiscard]] std::vector<std::string_view> graph_rule_iris();

}  // namespace samgak
