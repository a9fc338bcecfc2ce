// A graph whose every text wants to break out of the place where an exporter puts it.
#pragma once

#include <string>
#include <vector>

#include "exporters/exporter.hpp"
#include "graph/graph_builder.hpp"

namespace samgak {

/// Texts that have broken writers of this field: quotation marks, markup, controls, escapes,
/// formulas, words that readers take for numbers or nothing, Hangul in both Unicode forms, a text
/// of 20 kB.
[[nodiscard]] const std::vector<std::string>& hostile_texts();

/// The extractions of the hostile graph: each text as name, alias, role, quote, rule, document,
/// type and relation; parallel edges, loops, isolated nodes, absent values, values that contradict
/// each other.
[[nodiscard]] std::vector<Extraction> hostile_extractions();

[[nodiscard]] KnowledgeGraph hostile_graph();
/// A small well-behaved graph: three nodes, three edges.
[[nodiscard]] KnowledgeGraph plain_graph();
[[nodiscard]] KnowledgeGraph build_graph(std::vector<Extraction> extractions);

/// What the exporter writes; the files of a folder follow each other, each behind a line with its
/// name.
[[nodiscard]] std::string export_text(const Exporter& exporter, const KnowledgeGraph& graph,
                                      const ExportOptions& options = {});
[[nodiscard]] std::string export_text(std::string_view format, const KnowledgeGraph& graph,
                                      const ExportOptions& options = {});

/// A sink that takes `limit` bytes and then fails.
class FailingSink : public Sink {
 public:
  explicit FailingSink(std::size_t limit) : left_(limit) {}

 protected:
  void write(std::string_view bytes) override;

 private:
  std::size_t left_;
};

}  // namespace samgak
