// JSON-LD that readers of 1.0 and of 1.1 take alike (docs/formats/jsonld.md).
#pragma once

#include "exporters/exporter.hpp"

namespace samgak {

/// A direct triple and an `rdf:Statement` with an IRI for each edge; no blank nodes, no remote
/// context.
class JsonldExporter : public Exporter {
 public:
  [[nodiscard]] const FormatCard& card() const override;
  LossReport write(const KnowledgeGraph& graph, const ExportOptions& options,
                   Sink& sink) const override;
};

}  // namespace samgak
