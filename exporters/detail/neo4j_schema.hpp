// Constraints and indexes that a Neo4j database with a Samgak graph should have.
#pragma once

#include "exporters/sink.hpp"
#include "graph/knowledge_graph.hpp"

namespace samgak::detail {

/// Statements of Cypher that are safe to run twice: nodes are found by `uid`, under the label
/// `Entity` that all have.
void append_neo4j_schema(Sink& sink, const KnowledgeGraph& graph);

}  // namespace samgak::detail
