#include "reasoning/derivation.hpp"

#include <gtest/gtest.h>

#include <string>

#include "graph/graph_builder.hpp"

namespace samgak {
namespace {

struct Edge {
  std::string subject, relation, object;
  std::string rule = "test.rule";
  std::string bindings = {};
};

KnowledgeGraph graph_of(const std::vector<Edge>& edges) {
  Extraction extraction;
  for (const std::string id : {"a", "b; b", "c relation d"}) {
    Entity entity;
    entity.id = id;
    entity.name = id;
    entity.type = "Organization";
    extraction.entities.push_back(std::move(entity));
  }
  for (const Edge& edge : edges) {
    Statement statement;
    statement.subject = edge.subject;
    statement.relation = edge.relation;
    statement.object = edge.object;
    statement.evidence = {{{"a.txt", 1, 5}, "인용", edge.rule, edge.bindings, Status::held, 0.9}};
    extraction.statements.push_back(std::move(statement));
  }
  GraphBuilder builder;
  builder.add(std::move(extraction));
  return std::move(builder).build();
}

/// Rule and premises of the one edge of the relation `follows`.
std::vector<std::string> derivation(const KnowledgeGraph& graph) {
  std::vector<std::string> out;
  for (const StatementView edge : graph.statements()) {
    if (edge.relation != "follows") continue;
    const Derivation found = Derivations(graph).of(edge);
    out.emplace_back(found.rule);
    for (const StatementIndex i : found.premises)
      out.push_back(std::string(graph.id(graph.subject(i))) + "|" + std::string(graph.relation(i)) +
                    "|" + std::string(graph.id(graph.object(i))));
  }
  return out;
}

using Texts = std::vector<std::string>;

TEST(Derivation, FindsThePremisesInTheOrderOfTheRule) {
  const KnowledgeGraph graph =
      graph_of({{"a", "first", "b; b"},
                {"b; b", "second", "c relation d"},
                {"a", "follows", "c relation d", "infer.prp-spo2",
                 "prp-spo2 → follows ← a first b; b; b; b second c relation d"}});
  EXPECT_EQ((Texts{"prp-spo2", "a|first|b; b", "b; b|second|c relation d"}), derivation(graph));
}

TEST(Derivation, APremiseThatTheGraphLacksIsLeftOut) {
  EXPECT_EQ((Texts{"prp-inv"}), derivation(graph_of({{"a", "follows", "b; b", "infer.prp-inv",
                                                      "prp-inv → follows ← b; b leads a"}})));
  EXPECT_EQ((Texts{"prp-inv"}),
            derivation(graph_of({{"a", "follows", "b; b", "infer.prp-inv", "torn"}})));
}

}  // namespace
}  // namespace samgak
