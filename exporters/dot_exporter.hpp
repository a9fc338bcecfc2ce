// DOT for Graphviz, drawn well in Korean without further ado (docs/formats/dot.md).
#pragma once

#include "exporters/exporter.hpp"

namespace samgak {

/// Colours and a legend by type, quotes as tooltips, a layout engine that suits the size; one box a
/// type on request.
class DotExporter : public Exporter {
 public:
  [[nodiscard]] const FormatCard& card() const override;
  LossReport write(const KnowledgeGraph& graph, const ExportOptions& options,
                   Sink& sink) const override;
};

}  // namespace samgak
