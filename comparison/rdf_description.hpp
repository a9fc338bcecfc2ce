// What RDF says, term by term, as text that is the same for the same meaning.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "comparison/change.hpp"
#include "ontology/rdf_graph.hpp"
#include "ontology/rdf_prefixes.hpp"

namespace samgak {

/// The values of one property, with one language where they have a language.
struct RdfValues {
  std::string property;             ///< IRI
  std::vector<std::string> values;  ///< sorted
  /// Sorted members of values that are RDF collections, and the other values.
  std::vector<std::string> members;
};

struct RdfDescription {
  ChangeOf what = ChangeOf::term;
  std::string iri;    ///< empty for an axiom
  std::string label;  ///< Korean and English names, or what there is
  /// By field: the property's short name, and the language as in `rdfs:label@ko`.
  std::map<std::string, RdfValues> fields;
};

/// Every subject of the graph by its short name. Blank nodes that one triple mentions are written
/// within it, as Turtle does (`[ … ]`, `( … )`); those that no triple mentions are axioms, named by
/// what they say; the rest goes by `blank_labels`.
///
/// IRIs are short names; texts with a language stand as they are, since the field names the
/// language; other literals are written as in Turtle. Throws `LoadError` for blank nodes that nest
/// more than a hundred deep.
[[nodiscard]] std::map<std::string, RdfDescription> describe(const RdfGraph& graph,
                                                             const RdfPrefixes& prefixes);

}  // namespace samgak
