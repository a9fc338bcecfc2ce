// The tree of the technologies that the ontology knows, with how often the texts speak of each.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "ontology/ontology.hpp"

namespace samgak::review {

struct Concept {
  const GazetteerEntry* entry = nullptr;  ///< in the ontology, never null
  std::optional<EntityIndex> node;        ///< absent when no text names it
  std::uint32_t statements = 0;           ///< that begin or end at the node
  std::uint32_t statements_below = 0;     ///< those of narrower concepts too, each concept once
  std::vector<std::uint32_t> narrower;    ///< positions in `Taxonomy::concepts`, sorted by id
};

/// Concepts stand below each of their broader concepts. One whose broader concepts form a ring is a
/// root too, so that every concept can be reached.
struct Taxonomy {
  std::vector<Concept> concepts;     ///< sorted by id
  std::vector<std::uint32_t> roots;  ///< positions in `concepts`
};

/// Entries whose type is `type` (`Technology`).
[[nodiscard]] Taxonomy build_taxonomy(const KnowledgeGraph& graph, const Ontology& ontology,
                                      std::string_view type);

}  // namespace samgak::review
