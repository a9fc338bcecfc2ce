// Writing a graph in a format, as `build` and `export` do it.
#pragma once

#include <CLI/App.hpp>
#include <filesystem>
#include <optional>
#include <string>

#include "cli/output_set.hpp"
#include "exporters/exporter.hpp"
#include "graph/metrics.hpp"

namespace samgak {

/// What was typed; `for_graph` turns it into what exporters take.
class ExportSettings {
 public:
  void add_to(CLI::App& command);
  /// Only those that any form of the graph takes: base and metrics.
  void add_base_options(CLI::App& command);
  /// Only those that concern diagrams.
  void add_diagram_options(CLI::App& command);

  void use_threads(unsigned threads) { options_.threads = threads; }

  /// Options for exports of `graph`. Valid as long as this lives and until the next call. `diagram`
  /// says whether one of the formats is one; `focus` is the id of the node that it is about, or
  /// empty. Throws `LoadError` when a diagram needs the ontology's words and there is no ontology.
  [[nodiscard]] const ExportOptions& for_graph(const KnowledgeGraph& graph, bool diagram,
                                               std::string focus = {});

 private:
  ExportOptions options_;
  bool with_metrics_ = false;
  std::optional<GraphMetrics> metrics_;
};

/// Writes `graph` to `target` (a folder, which is made, where the format is one). Appears with
/// `output.commit()`.
LossReport export_into(OutputSet& output, const std::filesystem::path& target,
                       const Exporter& exporter, const KnowledgeGraph& graph,
                       const ExportOptions& options);

/// Says on standard error what the format could not carry.
void tell_losses(const LossReport& losses);

}  // namespace samgak
