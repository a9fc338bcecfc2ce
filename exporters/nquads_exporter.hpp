// Canonical N-Quads: the file equals its own RDFC-1.0 form (docs/formats/nquads.md).
#pragma once

#include "exporters/exporter.hpp"

namespace samgak {

/// Lines sorted by code point, no blank nodes, the default graph only.
class NquadsExporter : public Exporter {
 public:
  [[nodiscard]] const FormatCard& card() const override;
  LossReport write(const KnowledgeGraph& graph, const ExportOptions& options,
                   Sink& sink) const override;
};

}  // namespace samgak
