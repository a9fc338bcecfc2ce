#include "review/contradictions.hpp"

#include <gtest/gtest.h>

#include "tests/review/small_graph.hpp"

namespace samgak::review {
namespace {

std::vector<Contradiction> of(const SmallGraph& graph, KnowledgeGraph& kept) {
  kept = graph.build();
  return find_contradictions(kept, own_ontology());
}

TEST(Contradictions, TwoDaysOfOneMeetingStandSideBySideWithTheirQuotes) {
  SmallGraph graph;
  graph.node("meeting/a", "Meeting", "새봄 대화")
      .claim("date", "2031-05-02", "a.txt", 12)
      .claim("date", "2031-05-03", "b.txt", 42);
  graph.node("state/CA", "Country", "캐나다")
      .edge("state/CA", "attended", "meeting/a", "a.txt", 10, "2일에 만났다")
      .edge("state/CA", "attended", "meeting/a", "b.txt", 40, "3일에 만났다");
  KnowledgeGraph kept;
  const std::vector<Contradiction> found = of(graph, kept);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].conflict, Conflict::attribute);
  EXPECT_EQ(found[0].aspect, "date");
  ASSERT_EQ(found[0].sides.size(), 2u);
  EXPECT_EQ(found[0].sides[0].value, "2031-05-02");
  EXPECT_EQ(found[0].sides[0].quote, "2일에 만났다");
  EXPECT_EQ(found[0].sides[1].value, "2031-05-03");
  EXPECT_EQ(found[0].sides[1].quote, "3일에 만났다");
  EXPECT_EQ(found[0].sides[1].document, "b.txt");
}

TEST(Contradictions, AClaimWiderThanAnyQuoteHasTheNearestWords) {
  SmallGraph graph;
  graph.node("meeting/a", "Meeting", "새봄 대화").mention("b.txt", 61, "대화");
  Entity& meeting = graph.last();
  meeting.claims = {{"date", "2031-05-02", {"a.txt", 5, 40}},
                    {"date", "2031-05-03", {"b.txt", 60, 90}}};
  graph.node("state/CA", "Country", "캐나다")
      .edge("state/CA", "attended", "meeting/a", "a.txt", 0, "조금 겹친다")
      .edge("state/CA", "attended", "meeting/a", "a.txt", 20, "안에 있다")
      .edge("state/CA", "attended", "meeting/a", "b.txt", 100, "뒤에 있다");
  KnowledgeGraph kept;
  const std::vector<Contradiction> found = of(graph, kept);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].sides[0].quote, "안에 있다");
  EXPECT_EQ(found[0].sides[1].quote, "대화");
  EXPECT_EQ(found[0].sides[1].begin, 61u);
}

TEST(Contradictions, ALessPreciseDateAgrees) {
  SmallGraph graph;
  graph.node("meeting/a", "Meeting", "새봄 대화")
      .claim("date", "2031-05", "a.txt", 12)
      .claim("date", "2031-05-03", "b.txt", 42);
  KnowledgeGraph kept;
  EXPECT_TRUE(of(graph, kept).empty());
}

SmallGraph ministers(const std::string& day_a, const std::string& day_b) {
  SmallGraph graph;
  graph.node("person/a", "Person", "홍길동").node("person/b", "Person", "임꺽정");
  graph.node("body/kr/motie", "Ministry", "산업통상자원부");
  graph.edge("person/a", "worksFor", "body/kr/motie", "a.txt", 1, "홍길동 장관", "", {"장관"});
  graph.edge("person/b", "worksFor", "body/kr/motie", "b.txt", 1, "임꺽정 장관", "", {"장관"});
  graph.node("meeting/a", "Meeting", "봄 회의").node("meeting/b", "Meeting", "가을 회의");
  graph.edge("person/a", "attended", "meeting/a", "a.txt", 20, "봄에", day_a);
  graph.edge("person/b", "attended", "meeting/b", "b.txt", 20, "가을에", day_b);
  return graph;
}

TEST(Contradictions, ASuccessorDoesNotContradict) {
  KnowledgeGraph kept;
  EXPECT_TRUE(of(ministers("2031-04-01", "2032-09-01"), kept).empty());
}

TEST(Contradictions, TwoMinistersOnOneDayDo) {
  KnowledgeGraph kept;
  const std::vector<Contradiction> found = of(ministers("2031-04-01", "2031-04-01"), kept);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].conflict, Conflict::post_holder);
  EXPECT_EQ(kept.id(found[0].subject), "body/kr/motie");
  EXPECT_EQ(found[0].sides[0].value, "홍길동");
  EXPECT_EQ(found[0].sides[1].quote, "임꺽정 장관");
}

TEST(Contradictions, AnOfficeOfUnknownTimeIsLeftAlone) {
  KnowledgeGraph kept;
  EXPECT_TRUE(of(ministers("", ""), kept).empty());
}

TEST(Contradictions, OneMeetingInTwoTownsUnlessATextNamesBoth) {
  for (const bool together : {false, true}) {
    SmallGraph graph;
    graph.node("meeting/a", "Meeting", "새봄 대화");
    graph.node("place/gb-london", "Place", "런던").node("place/fr-paris", "Place", "파리");
    graph.node("place/hotel", "Place", "어느 호텔");
    graph.edge("meeting/a", "heldIn", "place/gb-london", "a.txt", 5);
    graph.edge("meeting/a", "heldIn", "place/fr-paris", "b.txt", 5);
    graph.edge("meeting/a", "heldIn", "place/hotel", "c.txt", 5);
    if (together) graph.edge("meeting/a", "heldIn", "place/fr-paris", "a.txt", 5);
    KnowledgeGraph kept;
    const std::vector<Contradiction> found = of(graph, kept);
    EXPECT_EQ(found.size(), together ? 0u : 1u);
    if (!together) {
      EXPECT_EQ(found[0].conflict, Conflict::place);
    }
  }
}

TEST(Contradictions, TwoChairsOfOneSideButNotOfTwo) {
  for (const bool same : {false, true}) {
    SmallGraph graph;
    graph.node("meeting/a", "Meeting", "새봄 대화");
    graph.node("person/a", "Person", "홍길동").node("person/b", "Person", "임꺽정");
    graph.node("body/kr/motie", "Ministry", "산업통상자원부");
    graph.node("state/CA", "Country", "캐나다");
    graph.edge("person/a", "worksFor", "body/kr/motie", "a.txt", 50);
    graph.edge("person/b", "worksFor", same ? "body/kr/motie" : "state/CA", "b.txt", 50);
    graph.edge("person/a", "chaired", "meeting/a", "a.txt", 5);
    graph.edge("person/b", "chaired", "meeting/a", "b.txt", 5);
    KnowledgeGraph kept;
    EXPECT_EQ(of(graph, kept).size(), same ? 1u : 0u);
  }
}

TEST(Contradictions, AStatementWithTwoDays) {
  SmallGraph graph;
  graph.node("meeting/a", "Meeting", "새봄 대화").node("state/CA", "Country", "캐나다");
  graph.edge("state/CA", "attended", "meeting/a", "a.txt", 5, "첫 글", "2031-05-02");
  graph.edge("state/CA", "attended", "meeting/a", "b.txt", 5, "둘째 글", "2031-07-02");
  KnowledgeGraph kept;
  const std::vector<Contradiction> found = of(graph, kept);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].conflict, Conflict::statement_date);
  EXPECT_EQ(found[0].sides.size(), 2u);
}

}  // namespace
}  // namespace samgak::review
