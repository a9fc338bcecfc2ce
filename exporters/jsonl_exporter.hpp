// JSON Lines: Samgak's own form, which it reads back without loss (docs/formats/jsonl.md).
#pragma once

#include "exporters/exporter.hpp"

namespace samgak {

/// One object a line, in the form that Neo4j's `apoc.import.json` takes: all nodes, then all
/// relationships.
class JsonlExporter : public Exporter {
 public:
  [[nodiscard]] const FormatCard& card() const override;
  LossReport write(const KnowledgeGraph& graph, const ExportOptions& options,
                   Sink& sink) const override;
};

}  // namespace samgak
