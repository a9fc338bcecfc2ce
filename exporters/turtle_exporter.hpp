// Turtle: facts first, then statements with their evidence (docs/formats/turtle.md).
#pragma once

#include "exporters/exporter.hpp"

namespace samgak {

class TurtleExporter : public Exporter {
 public:
  [[nodiscard]] const FormatCard& card() const override;
  LossReport write(const KnowledgeGraph& graph, const ExportOptions& options,
                   Sink& sink) const override;
};

}  // namespace samgak
