#include "cli/export_report.hpp"

#include <fmt/format.h>

namespace samgak {

GraphTotals totals_of(const KnowledgeGraph& graph) {
  GraphTotals totals{graph.entity_count(), graph.statement_count(), 0, 0};
  for (const EntityView node : graph.entities()) totals.mentions += node.mentions.size();
  for (const StatementView edge : graph.statements()) totals.evidence += edge.evidence.size();
  return totals;
}

std::string export_report_json(const GraphTotals& graph, const std::vector<LossReport>& formats) {
  std::string out =
      fmt::format(R"({{"graph":{{"nodes":{},"edges":{},"evidence":{},"mentions":{}}},"formats":[)",
                  graph.nodes, graph.edges, graph.evidence, graph.mentions);
  for (std::size_t i = 0; i < formats.size(); ++i) {
    std::string one = to_json(formats[i]);
    one.pop_back();
    if (i > 0) out += ',';
    out += one;
  }
  return out + "]}\n";
}

void write_export_report(OutputSet& output, const std::string& path, const GraphTotals& graph,
                         const std::vector<LossReport>& formats) {
  const std::unique_ptr<Sink> sink = output.open(path);
  sink->append(export_report_json(graph, formats));
  sink->flush();
}

}  // namespace samgak
