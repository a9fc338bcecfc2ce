#include "reasoning/inferred_graph.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>
#include <string>

#include "graph/graph_builder.hpp"

namespace samgak {
namespace {

std::filesystem::path vocabulary() {
  return std::filesystem::path(std::getenv("SAMGAK_DATA")) / "schema" / "samgak.ttl";
}

Entity entity(std::string id, std::string type, std::string date = {}) {
  Entity out;
  out.id = id;
  out.type = std::move(type);
  out.name = std::move(id);
  if (!date.empty()) out.claims.push_back({"date", std::move(date), {"a.txt", 0, 1}});
  return out;
}

struct Edge {
  std::string subject, relation, object;
  std::string document = "a.txt";
  std::string date = {};
  std::string role = {};
  Status status = Status::held;
};

Statement statement(const Edge& edge) {
  Statement out;
  out.subject = edge.subject;
  out.relation = edge.relation;
  out.object = edge.object;
  out.date = edge.date;
  if (!edge.role.empty()) out.roles = {edge.role};
  out.evidence = {
      {{edge.document, 1, 5}, edge.relation + " 인용", "test.rule", "", edge.status, 0.9}};
  return out;
}

KnowledgeGraph inferred_from(const std::vector<Edge>& edges,
                             const std::string& meeting_date = "2025-03-10",
                             const std::vector<GazetteerEntry>& gazetteer = {}) {
  Extraction extraction;
  extraction.entities = {entity("hong", "Person"),    entity("customs", "Ministry"),
                         entity("trade", "Ministry"), entity("korea", "Country"),
                         entity("canada", "Country"), entity("talks", "Meeting", meeting_date)};
  for (const Edge& edge : edges) extraction.statements.push_back(statement(edge));
  GraphBuilder builder;
  builder.add(std::move(extraction));
  return with_inferences(std::move(builder).build(), vocabulary(), gazetteer);
}

/// `subject relation object` of all inferred edges.
std::set<std::string> inferences(const KnowledgeGraph& graph) {
  std::set<std::string> out;
  for (const StatementView& s : graph.statements()) {
    if (is_inferred(s))
      out.insert(std::string(graph.id(s.subject)) + " " + std::string(s.relation) + " " +
                 std::string(graph.id(s.object)));
  }
  return out;
}

std::set<std::string> represented(const KnowledgeGraph& graph) {
  std::set<std::string> out;
  for (const std::string& fact : inferences(graph)) {
    if (fact.find(" representedAt ") != std::string::npos)
      out.insert(fact.substr(0, fact.find(' ')));
  }
  return out;
}

using Facts = std::set<std::string>;

TEST(InferredGraph, FollowsTheAxiomsOfTheVocabulary) {
  EXPECT_EQ((Facts{"korea cooperatesWith canada"}),
            inferences(inferred_from({{"canada", "cooperatesWith", "korea"}})));
  EXPECT_EQ((Facts{"hong attended talks", "talks hasAttendee hong", "talks hasChair hong"}),
            inferences(inferred_from({{"hong", "chaired", "talks"}})));
  EXPECT_EQ(
      (Facts{"customs partOf korea", "korea hasPart customs", "korea hasPart trade",
             "trade hasPart customs"}),
      inferences(inferred_from({{"customs", "partOf", "trade"}, {"trade", "partOf", "korea"}})));
}

TEST(InferredGraph, AnInferredEdgeCarriesRulePremisesAndQuotes) {
  const KnowledgeGraph graph =
      inferred_from({{"customs", "partOf", "trade"},
                     {"trade", "partOf", "korea", "b.txt", "", "", Status::planned}});
  bool seen = false;
  for (const StatementView& s : graph.statements()) {
    if (s.relation != "partOf" || graph.id(s.subject) != "customs" || graph.id(s.object) != "korea")
      continue;
    seen = true;
    EXPECT_EQ(2U, s.evidence.size());
    EXPECT_EQ("infer.prp-trp", s.evidence.begin()->rule);
    EXPECT_EQ("prp-trp → partOf ← customs partOf trade; trade partOf korea",
              s.evidence.begin()->bindings);
    EXPECT_EQ("partOf 인용", s.evidence.begin()->quote);
    EXPECT_EQ(Status::planned, s.status) << "it has come no further than its premises";
    EXPECT_EQ(81U, s.confidence) << "0.9 × 0.9";
  }
  EXPECT_TRUE(seen);
}

TEST(InferredGraph, TwiceIsOnceAndTheToldGraphComesBack) {
  const std::vector<Edge> edges{{"hong", "chaired", "talks"}, {"customs", "partOf", "korea"}};
  const KnowledgeGraph once = inferred_from(edges);
  const KnowledgeGraph twice = with_inferences(once, vocabulary(), {});
  EXPECT_EQ(inferences(once), inferences(twice));
  EXPECT_EQ(once.statement_count(), twice.statement_count());
  EXPECT_EQ(2U, without_inferences(once).statement_count());
  EXPECT_TRUE(has_inferences(once));
  EXPECT_FALSE(has_inferences(without_inferences(once)));
}

struct Career {
  const char* what;
  std::vector<Edge> posts;
  Facts bodies;
  std::string meeting_date = "2025-03-10";
  std::vector<GazetteerEntry> gazetteer = {};
};

GazetteerEntry tenure(std::string from, std::string until) {
  GazetteerEntry out;
  out.id = "hong";
  out.parents = {"customs"};
  out.valid_from = std::move(from);
  out.valid_until = std::move(until);
  return out;
}

TEST(InferredGraph, AFormerMinisterDoesNotDragTheOldMinistryIntoALaterMeeting) {
  const Career careers[] = {
      {"in office by the same text", {{"hong", "worksFor", "customs"}}, {"customs"}},
      {"told by another text alone, without a date",
       {{"hong", "worksFor", "customs", "old.txt"}},
       {}},
      {"two posts in one text: which one is open",
       {{"hong", "worksFor", "customs"}, {"hong", "worksFor", "trade"}},
       {}},
      {"called a former head", {{"hong", "worksFor", "customs", "a.txt", "", "전 청장"}}, {}},
      {"moved before the meeting",
       {{"hong", "worksFor", "customs", "old.txt", "2023-01"},
        {"hong", "worksFor", "trade", "new.txt", "2024-06-01"}},
       {"trade"}},
      {"moved after the meeting",
       {{"hong", "worksFor", "customs", "old.txt", "2023-01"},
        {"hong", "worksFor", "trade", "new.txt", "2025-06"}},
       {"customs"}},
      {"not yet in office", {{"hong", "worksFor", "customs", "old.txt", "2025-04"}}, {}},
      {"the gazetteer knows that it was over",
       {{"hong", "worksFor", "customs"}},
       {},
       "2025-03-10",
       {tenure("2022-05", "2024-12")}},
      {"the gazetteer knows that it was not over",
       {{"hong", "worksFor", "customs", "old.txt"}},
       {"customs"},
       "2025-03-10",
       {tenure("2022-05", "2025-03")}},
      {"no date, same text",
       {{"hong", "worksFor", "customs", "a.txt", "2023-01"}},
       {"customs"},
       ""},
  };
  for (const Career& career : careers) {
    std::vector<Edge> edges = career.posts;
    edges.push_back({"hong", "attended", "talks"});
    EXPECT_EQ(career.bodies,
              represented(inferred_from(edges, career.meeting_date, career.gazetteer)))
        << career.what;
  }
}

TEST(InferredGraph, WhoChairedWasThereToo) {
  const KnowledgeGraph graph =
      inferred_from({{"hong", "worksFor", "customs"}, {"hong", "chaired", "talks"}});
  EXPECT_EQ((Facts{"customs"}), represented(graph));
  EXPECT_TRUE(inferences(graph).contains("talks hasRepresented customs"));
}

}  // namespace
}  // namespace samgak
