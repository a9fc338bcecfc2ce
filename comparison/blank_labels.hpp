// Names for blank nodes that follow from what is said about them, whatever a file calls them.
#pragma once

#include <string>
#include <unordered_map>

#include "ontology/rdf_graph.hpp"

namespace samgak {

/// Labels for those blank nodes that cannot be written within the triple that mentions them: they
/// are mentioned twice, or in a circle, or hang together with such nodes. All others are left out.
/// Equal structures get equal labels in any two graphs, unequal ones different labels. Throws
/// `LoadError` where so many nodes look alike that telling them apart would take too long.
[[nodiscard]] std::unordered_map<TermIndex, std::string> blank_labels(const RdfGraph& graph);

}  // namespace samgak
