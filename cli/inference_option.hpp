// `--infer`, which `build`, `export` and `review` have in common.
#pragma once

#include <CLI/App.hpp>
#include <filesystem>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "ontology/ontology.hpp"

namespace samgak {

void add_inference_option(CLI::App& command, bool& infer);

/// `graph` with what follows from it by the vocabulary of `ontology`, whose folders are Samgak's
/// own and `overlays`.
[[nodiscard]] KnowledgeGraph inferred(const KnowledgeGraph& graph, const Ontology& ontology,
                                      const std::vector<std::filesystem::path>& overlays);

}  // namespace samgak
