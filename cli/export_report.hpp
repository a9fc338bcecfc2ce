// `--export-report FILE`: what each format carries and what not, with totals that add up to the
// graph.
#pragma once

#include <string>
#include <vector>

#include "cli/output_set.hpp"
#include "exporters/loss_report.hpp"
#include "graph/knowledge_graph.hpp"

namespace samgak {

/// What a graph holds.
struct GraphTotals {
  std::uint64_t nodes = 0;
  std::uint64_t edges = 0;
  std::uint64_t evidence = 0;
  std::uint64_t mentions = 0;
};

[[nodiscard]] GraphTotals totals_of(const KnowledgeGraph& graph);

/// One line of JSON: the totals under `graph`, a report for each of `formats`.
[[nodiscard]] std::string export_report_json(const GraphTotals& graph,
                                             const std::vector<LossReport>& formats);

/// Writes it to `path`, together with the other files of `output`.
void write_export_report(OutputSet& output, const std::string& path, const GraphTotals& graph,
                         const std::vector<LossReport>& formats);

}  // namespace samgak
