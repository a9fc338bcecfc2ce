// What a format does not write, it names in its report.
#include <gtest/gtest.h>

#include <map>

#include "exporters/neo4j_batches.hpp"
#include "exporters/registry.hpp"
#include "tests/support/hostile_graph.hpp"

namespace samgak {
namespace {

/// Every text of this graph is a token that stands nowhere else.
KnowledgeGraph tokens() {
  Entity who;
  who.id = "person/tok-id";
  who.type = "Person";
  who.name = "tok-name";
  who.name_en = "tok-english";
  who.name_ja = "tok-japanese";
  who.wikidata = "Q424242";
  who.aliases = {"tok-alias"};
  who.mentions = {{{"tok-mention-document", 701, 709}, "tok-surface", "tok-reason"}};
  who.claims = {{"born", "tok-value", {"d", 0, 1}}, {"born", "tok-wert", {"d", 0, 1}}};
  Entity body;
  body.id = "body/tok";
  body.type = "Ministry";
  body.name = "tok-body";
  const Evidence first{
      {"tok-document", 711, 719}, "tok-quote", "tok-rule", "tok-bindings", Status::planned, 0.37};
  const Evidence second{
      {"tok-document", 721, 729}, "tok-zitat", "tok-rule", "tok-bindings", Status::planned, 0.37};
  Extraction x;
  x.entities = {who, body};
  x.statements = {{who.id, "worksFor", body.id, {"tok-role"}, "2031-05", {first, second}},
                  {who.id, "worksFor", body.id, {}, "2032-06", {first}}};
  return build_graph({x});
}

/// Token, and a word that the loss must be named by.
const std::map<std::string, std::string> kTokens = {
    {"tok-name", "name"},         {"tok-english", "names"},    {"tok-japanese", "names"},
    {"Q424242", "attributes"},    {"tok-alias", "names"},      {"tok-surface", "mention"},
    {"tok-reason", "mention"},    {"tok-value", "attribute"},  {"tok-wert", "attribute"},
    {"tok-role", "role"},         {"2031-05", "dates"},        {"2032-06", "dates"},
    {"tok-document", "evidence"}, {"711", "evidence"},         {"719", "evidence"},
    {"tok-quote", "evidence"},    {"tok-zitat", "evidence"},   {"729", "evidence"},
    {"tok-rule", "rules"},        {"tok-bindings", "bindings"}};

void audit(const std::string& name, const std::string& text, const LossReport& report) {
  const auto named = [&](const std::string& word) {
    for (const Loss& loss : report.losses) {
      if (loss.kind == LossKind::omitted && loss.what.find(word) != std::string::npos) return true;
    }
    return false;
  };
  for (const auto& [token, word] : kTokens) {
    EXPECT_TRUE(text.find(token) != std::string::npos || named(word))
        << name << " drops " << token << " in silence";
  }
}

TEST(LossAudit, WhatIsNotWrittenIsNamed) {
  const KnowledgeGraph graph = tokens();
  for (const Exporter* exporter : exporters()) {
    std::string text;
    StringSink sink(text);
    const LossReport report =
        exporter->card().folder
            ? exporter->write_folder(
                  graph, {}, [&](std::string_view) { return std::make_unique<StringSink>(text); })
            : exporter->write(graph, {}, sink);
    audit(std::string(exporter->card().name), text, report);
  }
  std::string text;
  const LossReport report = for_each_neo4j_batch(
      graph, {}, {}, [&](const Neo4jBatch& batch) { text += batch.parameters; });
  audit("push neo4j", text, report);
}

TEST(LossAudit, AttributesWithoutAColumnAreCounted) {
  Extraction x;
  x.entities.push_back({"p/1", "Place", "n", "", "", "", {}, {}, {{"Note", "a", {"d", 0, 1}}}});
  x.entities.push_back(
      {"p/2",
       "Place",
       "n",
       "",
       "",
       "",
       {},
       {},
       {{"note", "b", {"d", 0, 1}}, {"note", "c", {"d", 0, 1}}, {"name", "d", {"d", 0, 1}}}});
  const KnowledgeGraph graph = build_graph({x});
  const auto lost = [](const LossReport& report) {
    std::uint64_t count = 0;
    for (const Loss& loss : report.losses) {
      if (loss.what == "attribute values whose key is taken or not plain") count += loss.count;
    }
    return count;
  };
  // `note` differs from `Note` only in case, which Neo4j's own loaders tell apart.
  for (const auto& [name, count] : std::map<std::string, std::uint64_t>{
           {"graphml", 3}, {"gexf", 3}, {"csv", 3}, {"neo4j-csv", 3}, {"cypher", 1}}) {
    const Exporter& exporter = *find_exporter(name);
    std::string text;
    StringSink sink(text);
    const auto open = [&](std::string_view) { return std::make_unique<StringSink>(text); };
    EXPECT_EQ(lost(exporter.card().folder ? exporter.write_folder(graph, {}, open)
                                          : exporter.write(graph, {}, sink)),
              count)
        << name;
  }
  EXPECT_EQ(lost(for_each_neo4j_batch(graph, {}, {}, [](const Neo4jBatch&) {})), 1u);
}

TEST(Neo4jBatches, AreBoundedByRowsAndBytesAndSplitByLabel) {
  const KnowledgeGraph graph = hostile_graph();
  for (const Neo4jBatchLimits limits :
       {Neo4jBatchLimits{1, 1 << 20}, {7, 1 << 20}, {1000, 1}, {10000, 1 << 20}}) {
    std::uint64_t rows = 0;
    std::uint64_t batches = 0;
    static_cast<void>(for_each_neo4j_batch(graph, {}, limits, [&](const Neo4jBatch& batch) {
      EXPECT_GE(batch.rows, 1u);
      EXPECT_LE(batch.rows, limits.bytes == 1 ? 1u : limits.rows);
      EXPECT_TRUE(batch.parameters.starts_with(R"({"rows":[{)") &&
                  batch.parameters.ends_with("}}]}"));
      EXPECT_EQ(batch.statement.find('`'), std::string::npos)
          << "only plain names come into a statement";
      rows += batch.rows;
      ++batches;
    }));
    EXPECT_EQ(rows, std::uint64_t{graph.entity_count()} + graph.statement_count());
    if (limits.rows == 1 || limits.bytes == 1) {
      EXPECT_EQ(batches, rows);
    }
  }
}

TEST(Neo4jBatches, SchemaComesOneStatementAtATime) {
  const std::vector<std::string> statements = neo4j_schema_statements(plain_graph());
  ASSERT_GE(statements.size(), 4u);
  for (const std::string& statement : statements) {
    EXPECT_TRUE(statement.starts_with("CREATE ")) << statement;
    EXPECT_EQ(statement.find(';'), std::string::npos);
    EXPECT_NE(statement.find(" IF NOT EXISTS "), std::string::npos);
  }
}

}  // namespace
}  // namespace samgak
