#include "graph/subgraph.hpp"

#include <gtest/gtest.h>

#include "graph/dump.hpp"
#include "tests/support/hostile_graph.hpp"

namespace samgak {
namespace {

/// 갑 works for 부 and attended 옛 회의 (2030) and 새 회의 (2031); 부 is part of 국; 국 attended 새
/// 회의; 섬 stands alone.
KnowledgeGraph sample() {
  const auto node = [](const char* id, const char* type, const char* date = "") {
    Entity e;
    e.id = e.name = id;
    e.type = type;
    if (*date != 0) e.claims = {{"date", date, {"d", 0, 1}}};
    return e;
  };
  const auto edge = [](const char* s, const char* r, const char* o, const char* date = "") {
    return Statement{s, r, o, {}, date, {{{"d", 0, 1}, "q", "r", "", Status::held, 0.5}}};
  };
  Extraction x;
  x.entities = {node("갑", "Person"),
                node("부", "Ministry"),
                node("국", "Country"),
                node("옛", "Meeting", "2030-03"),
                node("새", "Meeting", "2031-05-07"),
                node("섬", "Place")};
  x.statements = {edge("갑", "worksFor", "부"), edge("갑", "attended", "옛"),
                  edge("갑", "attended", "새"), edge("부", "partOf", "국"),
                  edge("국", "attended", "새", "2031")};
  return build_graph({x});
}

struct Case {
  const char* name;
  const char* focus;
  std::uint32_t depth;
  std::set<std::string, std::less<>> types;
  std::set<std::string, std::less<>> relations;
  const char* since;
  const char* expected;
};

class SubgraphTest : public testing::TestWithParam<Case> {};

TEST_P(SubgraphTest, Keeps) {
  const KnowledgeGraph graph = sample();
  SubgraphQuery query;
  if (*GetParam().focus != 0) query.focus = graph.find_by_name(GetParam().focus);
  query.depth = GetParam().depth;
  query.types = GetParam().types;
  query.relations = GetParam().relations;
  query.since = GetParam().since;
  std::string names;
  const KnowledgeGraph part = subgraph(graph, query);
  for (const EntityView& e : part.entities()) names += std::string(e.name) + " ";
  for (const StatementView& s : part.statements()) {
    names += std::string(part.id(s.subject)) + ">" + std::string(part.id(s.object)) + " ";
  }
  EXPECT_EQ(names, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, SubgraphTest,
    testing::Values(
        Case{"all", "", 1, {}, {}, "", "갑 국 부 새 섬 옛 갑>새 갑>옛 갑>부 국>새 부>국 "},
        Case{"one_step", "부", 1, {}, {}, "", "갑 국 부 갑>부 부>국 "},
        Case{"two_steps", "부", 2, {}, {}, "", "갑 국 부 새 옛 갑>새 갑>옛 갑>부 국>새 부>국 "},
        Case{"no_step", "부", 0, {}, {}, "", "부 "},
        Case{"types", "", 1, {"Person", "Meeting"}, {}, "", "갑 새 옛 갑>새 갑>옛 "},
        Case{"types_but_focus", "국", 1, {"Meeting"}, {}, "", "국 새 국>새 "},
        Case{"relations", "", 1, {}, {"partOf"}, "", "국 부 섬 부>국 "},
        Case{"since", "", 1, {}, {}, "2031-01", "갑 국 부 새 섬 갑>새 갑>부 국>새 부>국 "},
        Case{"since_a_day_in_an_open_year",
             "",
             1,
             {},
             {},
             "2031-12-31",
             "갑 국 부 섬 갑>부 부>국 "}),
    [](const auto& test) { return test.param.name; });

TEST(Subgraph, ConnectedDropsWhatHadNoEdge) {
  const KnowledgeGraph graph = sample();
  SubgraphQuery query;
  query.connected = true;
  EXPECT_FALSE(query.empty());
  const KnowledgeGraph part = subgraph(graph, query);
  EXPECT_EQ(part.entity_count(), graph.entity_count() - 1);
  EXPECT_FALSE(part.find("섬").has_value());
  query.focus = graph.find_by_name("섬");
  EXPECT_EQ(subgraph(graph, query).entity_count(), 1u);
}

TEST(Subgraph, OfEverythingIsTheSameGraph) {
  const KnowledgeGraph graph = hostile_graph();
  EXPECT_EQ(export_text("jsonl", subgraph(graph, {})), export_text("jsonl", graph));
}

}  // namespace
}  // namespace samgak
