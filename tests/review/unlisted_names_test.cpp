#include "review/unlisted_names.hpp"

#include <gtest/gtest.h>

#include "tests/review/small_graph.hpp"

namespace samgak::review {
namespace {

/// Names found in one quote, by «, ».
std::string names_in(const std::string& quote) {
  SmallGraph small;
  small.node("org/a", "Organization", "나래연구원")
      .node("state/KR", "Country", "대한민국")
      .edge("org/a", "partOf", "state/KR", "d", 1, quote);
  std::string out;
  const KnowledgeGraph graph = small.build();
  for (const UnlistedName& found : find_unlisted_names(graph, own_ontology())) {
    if (!out.empty()) out += ", ";
    out += found.name;
  }
  return out;
}

TEST(UnlistedNames, BodiesByTheirLastSyllables) {
  const std::pair<const char*, const char*> rows[] = {
      {"한빛양자연구원은 새벽배터리산업협회와 만났다", "새벽배터리산업협회, 한빛양자연구원"},
      {"누리슬기대학교 방이든 교수가 '가람우주항공재단'을 찾았다",
       "가람우주항공재단, 누리슬기대학교"},
      // In the graph, in the ontology, a post, a bare type word, a post with a body in it.
      {"나래연구원은 한국전자통신연구원과 만났다", ""},
      {"선임연구원과 연구원 세 명이 협회장을 만났다", ""},
      // What sort of body it is, no name.
      {"국제기구와 실무그룹이 만났다", ""},
      {"산업통상부는 재단을 만들 계획이다", ""},
  };
  for (const auto& [quote, expected] : rows) EXPECT_EQ(names_in(quote), expected) << quote;
}

TEST(UnlistedNames, APlaceCountsOnceAndLeadsToItsQuote) {
  SmallGraph small;
  small.node("org/a", "Organization", "가")
      .node("org/b", "Organization", "나")
      .edge("org/a", "partOf", "org/b", "d1", 100, "어제 한빛양자연구원이 왔다")
      .edge("org/b", "cooperatesWith", "org/a", "d1", 100, "어제 한빛양자연구원이 왔다")
      .edge("org/b", "partOf", "org/a", "d2", 7, "한빛양자연구원의 대표")
      .edge("org/b", "agreed", "org/a", "d2", 70, "새벽배터리산업협회도 함께했다");
  const KnowledgeGraph graph = small.build();
  const std::vector<UnlistedName> found = find_unlisted_names(graph, own_ontology());
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].name, "한빛양자연구원");
  EXPECT_EQ(found[0].type, "Organization");
  EXPECT_EQ(found[0].score, 4u) << "two mentions in two documents";
  ASSERT_EQ(found[0].places.size(), 2u);
  EXPECT_EQ(found[0].places[0].place.begin, 100u);
  EXPECT_EQ(found[0].places[0].offset, 3u) << "in code points";
}

}  // namespace
}  // namespace samgak::review
