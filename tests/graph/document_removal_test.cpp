#include "graph/document_removal.hpp"

#include <gtest/gtest.h>

#include "tests/support/hostile_graph.hpp"

namespace samgak {
namespace {

Entity named(std::string id, std::string name, const std::string& document) {
  Entity e;
  e.id = std::move(id);
  e.type = "Ministry";
  e.name = name;
  e.mentions = {{{document, 0, 2}, std::move(name), "r"}};
  e.claims = {{"date", document == "a" ? "2030" : "2031", {document, 0, 2}}};
  return e;
}

Statement edge(const std::string& document) {
  return {"x", "partOf", "y",
          {},  "",       {{{document, 0, 4}, "q" + document, "r", "", Status::held, 0.5}}};
}

/// `x` is «산업부» in a, «산업통상자원부» in b; a and b say that it is part of `y`; `z` is in b
/// alone.
std::vector<Extraction> sample() {
  Extraction a{"a", {named("x", "산업부", "a"), named("y", "정부", "a")}, {edge("a")}};
  Extraction b{
      "b",
      {named("x", "산업통상자원부", "b"), named("y", "정부", "b"), named("z", "외교부", "b")},
      {edge("b")}};
  return {a, b};
}

std::string lines(std::vector<Extraction> extractions) {
  return export_text("jsonl", build_graph(std::move(extractions)));
}

TEST(WithoutDocuments, LeavesWhatTheOthersSay) {
  const std::vector<Extraction> both = sample();
  const KnowledgeGraph graph = build_graph(both);
  EXPECT_EQ(lines({without_documents(graph, {"b"})}), lines({both[0]}));
  EXPECT_EQ(lines({without_documents(graph, {"a"})}), lines({both[1]}));
  EXPECT_EQ(lines({without_documents(graph, {"a", "b"})}), "");
  EXPECT_EQ(lines({without_documents(graph, {"c"})}), lines(both));
}

TEST(WithoutDocuments, AndWithThemAgainItIsTheSameGraph) {
  const std::vector<Extraction> both = sample();
  const KnowledgeGraph graph = build_graph(both);
  EXPECT_EQ(lines({without_documents(graph, {"b"}), both[1]}), lines(both));
  const KnowledgeGraph hostile = hostile_graph();
  EXPECT_EQ(lines({without_documents(hostile, {})}), export_text("jsonl", hostile));
}

TEST(WithoutDocuments, ForgetsWhatWasReadUnderTheirNames) {
  std::vector<Extraction> both = sample();
  both[0].sources = {{"a", Sha256::of("1")}, {"a", Sha256::of("2")}};
  both[1].sources = {{"b", Sha256::of("3")}};
  const KnowledgeGraph graph = build_graph(both);
  EXPECT_EQ(graph.document_count(), 3u) << "two versions of one text are both told";
  EXPECT_EQ(lines({without_documents(graph, {"a"})}), lines({both[1]}));
  EXPECT_EQ(lines({without_documents(graph, {"b"})}), lines({both[0]}));
}

TEST(WithoutDocuments, KeepsNamesFromTheGazetteer) {
  const Extraction left = without_documents(build_graph(sample()), {"b"},
                                            [](std::string_view id) { return id == "x"; });
  ASSERT_EQ(left.entities.size(), 2u);
  EXPECT_EQ(left.entities[0].name, "산업통상자원부");
  EXPECT_EQ(left.entities[0].mentions.size(), 1u);
}

TEST(WithoutDocuments, KeepsNodesThatNoDocumentNamed) {
  Extraction x;
  x.entities = {named("x", "산업부", "a")};
  x.entities[0].mentions.clear();
  EXPECT_EQ(without_documents(build_graph({x}), {"a"}).entities.size(), 1u);
}

}  // namespace
}  // namespace samgak
