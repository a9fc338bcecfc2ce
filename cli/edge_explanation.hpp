// Why an edge stands in the graph, in words for a terminal.
#pragma once

#include <string>

#include "graph/knowledge_graph.hpp"

namespace samgak {

/// The edge, and for each piece of evidence the quote, its place, the rule that read it and what
/// the rule bound.
[[nodiscard]] std::string explain_edge(const KnowledgeGraph& graph, const StatementView& edge);

/// `한미 대화 -discussed-> 반도체`, safe for a terminal.
[[nodiscard]] std::string edge_line(const KnowledgeGraph& graph, const StatementView& edge);

/// `001.txt:311-402`, in Unicode code points of the file, safe for a terminal.
[[nodiscard]] std::string place_text(const PlaceView& place);

}  // namespace samgak
