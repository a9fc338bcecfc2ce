// A script for cypher-shell that is safe to run twice (docs/formats/cypher.md).
#pragma once

#include "exporters/exporter.hpp"

namespace samgak {

/// Constraints, then batches of `UNWIND … MERGE`, each a transaction of its own.
class CypherExporter : public Exporter {
 public:
  [[nodiscard]] const FormatCard& card() const override;
  LossReport write(const KnowledgeGraph& graph, const ExportOptions& options,
                   Sink& sink) const override;
};

}  // namespace samgak
