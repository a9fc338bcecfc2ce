// A folder for `neo4j-admin database import` (docs/formats/neo4j-csv.md).
#pragma once

#include "exporters/exporter.hpp"

namespace samgak {

/// Headers, data, the file of arguments, constraints to be made afterwards, and a README with the
/// commands.
class Neo4jCsvExporter : public Exporter {
 public:
  [[nodiscard]] const FormatCard& card() const override;
  LossReport write_folder(const KnowledgeGraph& graph, const ExportOptions& options,
                          const OpenSink& open) const override;
};

}  // namespace samgak
