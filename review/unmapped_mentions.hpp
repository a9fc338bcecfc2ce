// Names in the texts that the ontology does not know yet.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "ontology/ontology.hpp"

namespace samgak::review {

struct UnmappedMention {
  EntityIndex node{};
  std::uint32_t mentions = 0;
  std::uint32_t documents = 0;
  std::uint64_t score = 0;  ///< mentions × documents
};

/// Is the node an entry of the ontology, or known by a Wikidata id?
[[nodiscard]] bool is_mapped(const EntityView& node, const Ontology& ontology);

/// Nodes that are mentioned and not mapped, highest score first, then by id. Meetings, agreements
/// and programmes are named once and hardly ever listed: they are left out.
[[nodiscard]] std::vector<UnmappedMention> rank_unmapped(const KnowledgeGraph& graph,
                                                         const Ontology& ontology);

}  // namespace samgak::review
