// What two versions of an ontology let follow from the same data.
#pragma once

#include <vector>

#include "comparison/difference.hpp"
#include "comparison/ontology_version.hpp"
#include "graph/knowledge_graph.hpp"

namespace samgak {

/// Relations of which other edges follow from `data`; sorted by relation.
[[nodiscard]] std::vector<EntailmentChange> compare_entailments(const KnowledgeGraph& data,
                                                                const OntologyVersion& before,
                                                                const OntologyVersion& after);

}  // namespace samgak
