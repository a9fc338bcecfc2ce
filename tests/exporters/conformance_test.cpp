// What every format promises, run over the registry: a new exporter is tested by being listed.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "exporters/registry.hpp"
#include "graph/metrics.hpp"
#include "tests/support/hostile_graph.hpp"
#include "text/diagnostic.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

class ConformanceTest : public testing::TestWithParam<const Exporter*> {
 protected:
  static const Exporter& exporter() { return *GetParam(); }
  static LossReport run(const KnowledgeGraph& graph, const ExportOptions& options,
                        std::size_t limit) {
    if (exporter().card().folder) {
      return exporter().write_folder(
          graph, options, [&](std::string_view) { return std::make_unique<FailingSink>(limit); });
    }
    FailingSink sink(limit);
    return exporter().write(graph, options, sink);
  }
};

/// Everything a user can ask for at once.
ExportOptions all_options(const GraphMetrics& metrics) {
  ExportOptions options;
  options.metrics = &metrics;
  options.focus = "meeting/1";
  options.clusters = true;
  options.spreadsheet_safe = true;
  options.strict_xsd = true;
  options.labels = {{"attended", "참석 <&\"\\\n"}, {"Meeting", "회의 <&\"]]>"}};
  return options;
}

TEST_P(ConformanceTest, TheSameBytesTwice) {
  const KnowledgeGraph graph = hostile_graph();
  const GraphMetrics metrics = compute_metrics(graph);
  for (const ExportOptions& options : {ExportOptions(), all_options(metrics)}) {
    const std::string first = export_text(exporter(), graph, options);
    EXPECT_EQ(export_text(exporter(), hostile_graph(), options), first);
    EXPECT_TRUE(is_valid_utf8(first));
    EXPECT_EQ(first.find('\0'), std::string::npos);
    EXPECT_FALSE(first.empty());
  }
}

TEST_P(ConformanceTest, TheEmptyGraphIsWritten) {
  const LossReport report = run(KnowledgeGraph(), {}, std::size_t{1} << 30);
  EXPECT_EQ(report.nodes, 0u);
  EXPECT_EQ(report.edges, 0u);
  EXPECT_TRUE(report.losses.empty());
}

TEST_P(ConformanceTest, AFullSinkIsReported) {
  const KnowledgeGraph graph = hostile_graph();
  for (const std::size_t limit : {0, 100, 70000}) {
    if (limit >= export_text(exporter(), graph).size()) continue;
    EXPECT_THROW(static_cast<void>(run(graph, {}, limit)), WriteError) << limit;
  }
}

TEST_P(ConformanceTest, TheReportCountsTheGraph) {
  const KnowledgeGraph graph = hostile_graph();
  const LossReport report = run(graph, {}, std::size_t{1} << 30);
  EXPECT_EQ(report.format, exporter().card().name);
  EXPECT_EQ(report.nodes, graph.entity_count());
  EXPECT_EQ(report.edges, graph.statement_count());
  EXPECT_EQ(report.evidence > 0, exporter().card().evidence);
  EXPECT_EQ(exporter().card().lossless, report.losses.empty());
  const std::string lines = format_losses(report);
  const std::size_t told = report.losses.size() + report.remarks.size();
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'),
            static_cast<std::ptrdiff_t>(told == 0 ? 0 : told + 1));
}

TEST_P(ConformanceTest, ABaseThatIsNoIriIsRefused) {
  // Formats without IRIs do not look at it.
  const std::set<std::string_view> without = {"jsonl", "dot", "mermaid"};
  if (without.contains(exporter().card().name)) GTEST_SKIP() << "this format has no IRIs";
  for (const char* base :
       {"", "javascript:alert(1)", "https://x/ y", "https://x/\">", "https://x/<"}) {
    ExportOptions options;
    options.base = base;
    EXPECT_THROW(static_cast<void>(run(plain_graph(), options, std::size_t{1} << 30)), WriteError)
        << base;
  }
  ExportOptions options;
  options.base = "urn:samgak:";
  EXPECT_NE(export_text(exporter(), plain_graph(), options).find("urn:samgak:state/KR"),
            std::string::npos);
}

TEST_P(ConformanceTest, FoldersAndFilesAreToldApart) {
  const KnowledgeGraph graph = plain_graph();
  std::string out;
  StringSink sink(out);
  if (exporter().card().folder) {
    EXPECT_THROW(static_cast<void>(exporter().write(graph, {}, sink)), WriteError);
    return;
  }
  std::vector<std::string> names;
  static_cast<void>(exporter().write_folder(graph, {}, [&](std::string_view name) {
    names.emplace_back(name);
    return std::make_unique<StringSink>(out);
  }));
  EXPECT_EQ(names, std::vector<std::string>{"graph." + std::string(exporter().card().extension)});
  EXPECT_EQ(out, export_text(exporter(), graph));
}

INSTANTIATE_TEST_SUITE_P(Registry, ConformanceTest,
                         testing::ValuesIn(exporters().begin(), exporters().end()),
                         [](const auto& test) {
                           std::string name(test.param->card().name);
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

TEST(Registry, ListsTheFormats) {
  std::vector<std::string_view> names;
  std::set<std::string_view> all;
  std::set<std::string_view> extensions;
  for (const Exporter* exporter : exporters()) {
    const FormatCard& card = exporter->card();
    names.push_back(card.name);
    EXPECT_TRUE(all.insert(card.name).second);
    for (const std::string_view alias : card.aliases)
      EXPECT_TRUE(all.insert(alias).second) << alias;
    EXPECT_EQ(card.folder, card.extension.empty());
    if (!card.folder) {
      EXPECT_TRUE(extensions.insert(card.extension).second) << card.extension;
    }
    EXPECT_FALSE(card.label.empty() || card.media_type.empty() || card.purpose.empty());
  }
  EXPECT_EQ(names, (std::vector<std::string_view>{"jsonl", "graphml", "gexf", "dot", "jsonld",
                                                  "turtle", "nquads", "trig", "neo4j-csv", "cypher",
                                                  "csv", "mermaid"}));
}

TEST(Registry, FindsByNameAndAliasInAnyCase) {
  EXPECT_EQ(find_exporter("GraphML")->card().name, "graphml");
  EXPECT_EQ(find_exporter("gv")->card().name, "dot");
  EXPECT_EQ(find_exporter("TTL")->card().name, "turtle");
  EXPECT_EQ(find_exporter("docx"), nullptr);
  EXPECT_EQ(find_exporter(""), nullptr);
}

TEST(Registry, EveryFormatHasAPageInTheManual) {
  const char* source = std::getenv("SAMGAK_SOURCE");
  const std::filesystem::path pages =
      std::filesystem::path(source != nullptr ? source : ".") / "docs" / "formats";
  for (const Exporter* exporter : exporters()) {
    EXPECT_TRUE(std::filesystem::exists(pages / (std::string(exporter->card().name) + ".md")))
        << exporter->card().name;
  }
}

}  // namespace
}  // namespace samgak
