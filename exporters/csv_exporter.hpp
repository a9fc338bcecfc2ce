// Two CSV files for spreadsheets and for Gephi's import (docs/formats/csv.md).
#pragma once

#include "exporters/exporter.hpp"

namespace samgak {

/// `nodes.csv` and `edges.csv`, exact by default. With `spreadsheet_safe` no cell runs as a
/// formula, at the price of an apostrophe before those that would.
class CsvExporter : public Exporter {
 public:
  [[nodiscard]] const FormatCard& card() const override;
  LossReport write_folder(const KnowledgeGraph& graph, const ExportOptions& options,
                          const OpenSink& open) const override;
};

}  // namespace samgak
