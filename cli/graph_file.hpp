// The graph that `export`, `explain` and `stats` work on.
#pragma once

#include <string>

#include "graph/knowledge_graph.hpp"

namespace samgak {

/// Reads `path` (`-` is standard input) as Samgak's JSON Lines. Throws `LoadError`.
[[nodiscard]] KnowledgeGraph load_graph(const std::string& path);

}  // namespace samgak
