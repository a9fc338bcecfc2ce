// A graph with what follows from it by the axioms of the vocabulary.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "ontology/gazetteer_entry.hpp"
#include "ontology/rdf_graph.hpp"

namespace samgak {

/// Every rule that evidence of an inferred edge names begins so: `infer.prp-inv`.
inline constexpr std::string_view kInferredPrefix = "infer.";

/// Does the edge stand on other edges alone?
[[nodiscard]] bool is_inferred(const StatementView& statement);

[[nodiscard]] bool has_inferences(const KnowledgeGraph& graph);

/// `graph` and the edges that follow from it by the rules of the vocabulary: sub-properties,
/// inverses, symmetric and transitive relations, chains, and chains that hold only while a post is
/// held. Each inferred edge carries the quotes of the edges at its root; the rule of its evidence
/// is `infer.` and the rule's name, and its bindings name the axiom and the premises (`SUBJECT
/// relation OBJECT`, by ids). It is no more certain than all its premises together, and has come no
/// further. Edges that were inferred before are left out and inferred anew, so inferring twice
/// changes nothing.
///
/// `gazetteer` says who held which post when; of others the dates of edges and the texts tell.
/// Throws `LoadError` for a vocabulary that does not parse, and when more than sixty-four facts for
/// each given one would follow.
[[nodiscard]] KnowledgeGraph with_inferences(const KnowledgeGraph& graph,
                                             const std::filesystem::path& vocabulary,
                                             const std::vector<GazetteerEntry>& gazetteer);
/// The same by a vocabulary that was read; its table takes up the nodes of the graph.
[[nodiscard]] KnowledgeGraph with_inferences(const KnowledgeGraph& graph, const RdfGraph& axioms,
                                             const std::vector<GazetteerEntry>& gazetteer);

/// `graph` without inferred edges.
[[nodiscard]] KnowledgeGraph without_inferences(const KnowledgeGraph& graph);

}  // namespace samgak
