// The number of threads shows neither in the bytes of a format nor in its report.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "bench/speed/generated_graph.hpp"
#include "exporters/detail/ordered_parts.hpp"
#include "exporters/registry.hpp"
#include "extractors/pipeline.hpp"
#include "graph/metrics.hpp"
#include "readers/document_source.hpp"
#include "tests/support/hostile_graph.hpp"
#include "text/diagnostic.hpp"

namespace samgak {
namespace {

namespace fs = std::filesystem;

KnowledgeGraph seeds_graph() {
  const std::unique_ptr<const Ontology> ontology = load_ontology(std::getenv("SAMGAK_DATA"));
  const Pipeline pipeline(*ontology, {});
  GraphBuilder builder;
  std::istringstream no_input;
  std::vector<Diagnostic> remarks;
  const fs::path folder = fs::path(std::getenv("SAMGAK_SOURCE")) / "seeds";
  for (const SourceFile& file : list_sources({folder.string()}).files) {
    read_source(
        file, no_input, [&](const Document& document) { builder.add(pipeline.run(document)); },
        remarks);
  }
  return std::move(builder).build();
}

/// Parts of it have more bytes than a thread may hold until its turn.
KnowledgeGraph graph_of_long_quotes() {
  Extraction extraction = to_extraction(generate_graph(40, 300, 7));
  for (std::size_t i = 0; i < extraction.statements.size(); i += 2) {
    std::string& quote = extraction.statements[i].evidence[0].quote;
    while (quote.size() < detail::OrderedParts::kSlotBytes / 8) quote += quote;
  }
  return build_graph({extraction});
}

std::string written(const Exporter& exporter, const KnowledgeGraph& graph, ExportOptions options,
                    unsigned threads) {
  options.threads = threads;
  std::string out;
  const LossReport report = exporter.write_folder(graph, options, [&](std::string_view name) {
    out += name;
    out += '\n';
    return std::make_unique<StringSink>(out);
  });
  return out + to_json(report);
}

class ThreadsTest : public testing::TestWithParam<const Exporter*> {
 protected:
  static void expect_same_bytes(const KnowledgeGraph& graph, const ExportOptions& options = {}) {
    const std::string alone = written(*GetParam(), graph, options, 1);
    for (const unsigned threads : {2u, 3u, 7u}) {
      EXPECT_TRUE(written(*GetParam(), graph, options, threads) == alone) << threads << " threads";
    }
  }
};

TEST_P(ThreadsTest, WriteTheSameSeeds) {
  static const KnowledgeGraph graph = seeds_graph();
  ASSERT_GT(graph.statement_count(), 100u);
  static const GraphMetrics metrics = compute_metrics(graph);
  ExportOptions options;
  options.metrics = &metrics;
  expect_same_bytes(graph, options);
}

TEST_P(ThreadsTest, WriteTheSameHostileGraph) {
  static const KnowledgeGraph graph = hostile_graph();
  expect_same_bytes(graph);
  ExportOptions options;
  options.spreadsheet_safe = true;
  options.strict_xsd = true;
  expect_same_bytes(graph, options);
}

TEST_P(ThreadsTest, WriteTheSameGeneratedGraph) {
  static const KnowledgeGraph graph = to_knowledge_graph(generate_graph(1000, 5000, 42));
  expect_same_bytes(graph);
}

TEST_P(ThreadsTest, WriteTheSameWherePartsAreLong) {
  static const KnowledgeGraph graph = graph_of_long_quotes();
  expect_same_bytes(graph);
}

TEST_P(ThreadsTest, AFullSinkIsReportedByAnyOfThem) {
  static const KnowledgeGraph graph = to_knowledge_graph(generate_graph(1000, 5000, 42));
  ExportOptions options;
  options.threads = 3;
  for (const std::size_t limit : {0u, 20'000u, 400'000u}) {
    if (limit >= export_text(*GetParam(), graph).size()) continue;
    EXPECT_THROW(static_cast<void>(GetParam()->write_folder(
                     graph, options,
                     [&](std::string_view) { return std::make_unique<FailingSink>(limit); })),
                 WriteError)
        << limit;
  }
}

INSTANTIATE_TEST_SUITE_P(Registry, ThreadsTest,
                         testing::ValuesIn(exporters().begin(), exporters().end()),
                         [](const auto& test) {
                           std::string name(test.param->card().name);
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace samgak
