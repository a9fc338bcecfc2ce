// GraphML in the one dialect that Gephi, NetworkX, igraph, Cytoscape, yEd and APOC all read
// (docs/formats/graphml.md).
#pragma once

#include "exporters/exporter.hpp"

namespace samgak {

class GraphmlExporter : public Exporter {
 public:
  [[nodiscard]] const FormatCard& card() const override;
  LossReport write(const KnowledgeGraph& graph, const ExportOptions& options,
                   Sink& sink) const override;
};

}  // namespace samgak
