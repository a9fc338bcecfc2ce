// A graph as the RDF that its export would be.
#pragma once

#include <string>
#include <unordered_map>

#include "graph/knowledge_graph.hpp"
#include "ontology/rdf_graph.hpp"

namespace samgak {

/// Which terms stand for what in the graph.
struct RdfPlaces {
  std::unordered_map<TermIndex, EntityIndex> entities;
  std::unordered_map<TermIndex, StatementIndex> statements;
};

/// Adds the triples of the N-Quads export, default base, to `rdf`, which is to be frozen
/// afterwards.
[[nodiscard]] RdfPlaces add_rdf_of(const KnowledgeGraph& graph, RdfGraph& rdf);

}  // namespace samgak
