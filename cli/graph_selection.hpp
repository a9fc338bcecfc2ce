// Which part of a graph is written: `--focus`, `--depth`, `--types`, `--relations`, `--since`.
#pragma once

#include <CLI/App.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "cli/export_report.hpp"
#include "exporters/loss_report.hpp"
#include "graph/knowledge_graph.hpp"

namespace samgak {

/// A graph, or the part of it that was asked for.
struct SelectedGraph {
  KnowledgeGraph graph;
  std::string focus;  ///< id of the node in focus, or empty
  std::uint64_t nodes_outside = 0;
  std::uint64_t edges_outside = 0;
  std::uint64_t evidence_outside = 0;
  std::uint64_t mentions_outside = 0;

  /// Tells `losses` what was left out before the format came to see it.
  void add_to(LossReport& losses) const;
  /// Of the graph from which this was taken.
  [[nodiscard]] GraphTotals totals() const;
};

/// What was typed.
class GraphSelection {
 public:
  void add_to(CLI::App& command);

  /// Throws `UsageError` when the focus names no node or several, when the graph has no such type
  /// or relation, and when nothing is left.
  [[nodiscard]] SelectedGraph apply(KnowledgeGraph graph) const;

 private:
  std::string focus_;
  std::uint32_t depth_ = 1;
  std::vector<std::string> types_;
  std::vector<std::string> relations_;
  std::string since_;
  bool connected_ = false;
};

}  // namespace samgak
