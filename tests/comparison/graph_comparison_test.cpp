#include "comparison/graph_comparison.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/review/small_graph.hpp"

namespace samgak {
namespace {

using review::SmallGraph;

std::vector<std::string> lines(const std::vector<Change>& changes) {
  std::vector<std::string> out;
  for (const Change& c : changes) {
    out.push_back(fmt::format("{} {} {} {}:{}>{}", to_string(c.what), to_string(c.kind), c.id,
                              c.field, c.before, c.after));
  }
  return out;
}

TEST(GraphComparison, NamesEachChangeOnce) {
  SmallGraph before;
  before.node("org/a", "Organization", "가").node("org/b", "Organization", "나");
  before.edge("org/a", "cooperatesWith", "org/b", "a", 1);
  SmallGraph after;
  after.node("org/a", "Ministry", "가").node("org/c", "Organization", "다");
  after.edge("org/a", "partOf", "org/c", "a", 1);
  EXPECT_EQ(
      lines(compare_graphs(before.build(), after.build())),
      (std::vector<std::string>{
          "node added org/c :>Organization", "node removed org/b :Organization>",
          "node changed org/a type:Organization>Ministry", "statement added org/a partOf org/c :>",
          "statement removed org/a cooperatesWith org/b :>"}));
  EXPECT_TRUE(compare_graphs(after.build(), after.build()).empty());
}

TEST(GraphComparison, SeesEveryPartOfNodesAndStatements) {
  const auto graph = [](auto change) {
    SmallGraph small;
    small.node("meeting/a", "Meeting", "회의")
        .mention("a", 3, "회의")
        .claim("date", "2031", "a", 9);
    small.node("person/b", "Person", "홍길동");
    change(small);
    return small.build();
  };
  const KnowledgeGraph base =
      graph([](SmallGraph& g) { g.edge("person/b", "attended", "meeting/a", "a", 1); });
  const auto fields = [&](auto change) {
    std::vector<std::string> out;
    for (const Change& c : compare_graphs(base, graph(change)))
      out.push_back(fmt::format("{} {}: {} > {}", c.id, c.field, c.before, c.after));
    return out;
  };
  const std::string edge = "person/b attended meeting/a ";
  EXPECT_EQ(
      fields([](SmallGraph& g) { g.edge("person/b", "attended", "meeting/a", "a", 2); }),
      std::vector<std::string>{edge + "evidence: a:1-11 «그렇게 말했다» (rule; ; held; 0.9000) > "
                                      "a:2-12 «그렇게 말했다» (rule; ; held; 0.9000)"});
  EXPECT_EQ(fields([](SmallGraph& g) {
              g.edge("person/b", "attended", "meeting/a", "a", 1, "그렇게 말했다", "2031-05",
                     {"장관"});
            }),
            (std::vector<std::string>{edge + "date:  > 2031-05", edge + "roles:  > 장관"}));
  EXPECT_EQ(fields([](SmallGraph& g) {
              g.mention("b", 0, "홍 장관").edge("person/b", "attended", "meeting/a", "a", 1);
              g.last().aliases = {"홍 장관"};
              g.last().wikidata = "Q1";
            }),
            (std::vector<std::string>{"person/b aliases:  > 홍 장관",
                                      "person/b mentions:  > b:0-10 «홍 장관» (test)",
                                      "person/b wikidata:  > Q1"}));
}

}  // namespace
}  // namespace samgak
