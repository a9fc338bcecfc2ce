#include "checks/shacl/shape.hpp"

#include <array>

#include "ontology/rdf_names.hpp"

namespace samgak::shacl {

namespace {

/// In the order of `Component`.
constexpr std::array<std::string_view, 28> kNames{"Class",
                                                  "Datatype",
                                                  "NodeKind",
                                                  "MinCount",
                                                  "MaxCount",
                                                  "MinExclusive",
                                                  "MinInclusive",
                                                  "MaxExclusive",
                                                  "MaxInclusive",
                                                  "MinLength",
                                                  "MaxLength",
                                                  "Pattern",
                                                  "LanguageIn",
                                                  "UniqueLang",
                                                  "Equals",
                                                  "Disjoint",
                                                  "Not",
                                                  "And",
                                                  "Or",
                                                  "Xone",
                                                  "Node",
                                                  "Property",
                                                  "QualifiedMinCount",
                                                  "QualifiedMaxCount",
                                                  "Closed",
                                                  "HasValue",
                                                  "In",
                                                  "SPARQL"};
static_assert(kNames.size() == static_cast<std::size_t>(Component::sparql) + 1);

}  // namespace

std::string component_iri(Component component) {
  return rdf_names::in(rdf_names::kShacl, kNames[static_cast<std::size_t>(component)]) +
         "ConstraintComponent";
}

}  // namespace samgak::shacl
