// The common part of Turtle and TriG.
#pragma once

#include "exporters/exporter.hpp"

namespace samgak::detail {

/// Writes prefixes, then what is said of entities, then what it rests on. With `named_graph` the
/// second part stands in a graph of its own. `format` names the report.
[[nodiscard]] LossReport write_turtle(const KnowledgeGraph& graph, const ExportOptions& options,
                                      Sink& sink, bool named_graph, std::string_view format);

}  // namespace samgak::detail
