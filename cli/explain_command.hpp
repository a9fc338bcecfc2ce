// `samgak explain`: why something is in the graph.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace samgak {

void add_explain_command(CLI::App& app);

/// What the words name: edges or nodes, one of the two lists is empty.
struct Explained {
  std::vector<StatementIndex> edges;
  std::vector<EntityIndex> nodes;
};

/// Understands the id of an edge, `SUBJECT relation OBJECT`, and the name or id of a node. Throws
/// `UsageError` with what may have been meant.
[[nodiscard]] Explained find_explained(const KnowledgeGraph& graph,
                                       const std::vector<std::string>& words);

}  // namespace samgak
