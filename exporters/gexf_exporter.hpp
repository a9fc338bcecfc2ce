// GEXF 1.3 for Gephi: colours, sizes, a layout, a timeline (docs/formats/gexf.md).
#pragma once

#include "exporters/exporter.hpp"

namespace samgak {

class GexfExporter : public Exporter {
 public:
  [[nodiscard]] const FormatCard& card() const override;
  LossReport write(const KnowledgeGraph& graph, const ExportOptions& options,
                   Sink& sink) const override;
};

}  // namespace samgak
