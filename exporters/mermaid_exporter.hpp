// Mermaid flowcharts for pages that draw them (docs/formats/mermaid.md).
#pragma once

#include "exporters/exporter.hpp"

namespace samgak {

class MermaidExporter : public Exporter {
 public:
  [[nodiscard]] const FormatCard& card() const override;
  LossReport write(const KnowledgeGraph& graph, const ExportOptions& options,
                   Sink& sink) const override;
};

}  // namespace samgak
