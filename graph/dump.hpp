// A graph as text that is short enough to write by hand in a test.
#pragma once

#include <string>

#include "graph/knowledge_graph.hpp"

namespace samgak {

/// One line a node and a statement, in the order of the graph:
///
///     Meeting 한미 대화 | 韓米対話 (date=2024-06 status=held)
///     안덕근 -attended-> 한미 대화 [held 0.93 role=장관 date=2024-06] a.txt:3-9 b.txt:0-7
///
/// Nodes show their aliases behind bars, conflicting values as `date!=2024-07`. Control characters
/// are shown as by `visible`.
[[nodiscard]] std::string dump(const KnowledgeGraph& graph);

/// The lines of the statements alone.
[[nodiscard]] std::string dump_statements(const KnowledgeGraph& graph);

}  // namespace samgak
