#include "graph/graph_builder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "graph/dump.hpp"
#include "tests/support/hostile_graph.hpp"
#include "text/diagnostic.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

Entity entity(std::string id, std::string type, std::string name) {
  Entity e;
  e.id = std::move(id);
  e.type = std::move(type);
  e.name = std::move(name);
  return e;
}

Evidence evidence(std::string document, std::uint32_t begin, double confidence = 0.9,
                  Status status = Status::held) {
  return {{std::move(document), begin, begin + 5}, "말", "rule", "", status, confidence};
}

Extraction two_meet(const std::string& document, Evidence e, std::string date = "") {
  Extraction x;
  x.document = document;
  x.entities = {entity("state/CA", "Country", "캐나다"),
                entity("meeting/h", "Meeting", "수소 대화")};
  x.statements = {{"state/CA", "attended", "meeting/h", {}, std::move(date), {std::move(e)}}};
  return x;
}

TEST(GraphBuilder, NothingGivesTheEmptyGraph) {
  const KnowledgeGraph graph = GraphBuilder().build();
  EXPECT_EQ(graph.entity_count(), 0u);
  EXPECT_EQ(graph.statement_count(), 0u);
  EXPECT_EQ(dump(graph), "");
  EXPECT_FALSE(graph.find("x").has_value());
}

TEST(GraphBuilder, EqualStatementsMergeAndEvidenceAddsUp) {
  const KnowledgeGraph graph = build_graph({two_meet("b.txt", evidence("b.txt", 7, 0.5)),
                                            two_meet("a.txt", evidence("a.txt", 1, 0.6)),
                                            two_meet("a.txt", evidence("a.txt", 1, 0.6))});
  // 1 - 0.5 * 0.4, and the equal piece counts once.
  EXPECT_EQ(dump(graph),
            "Meeting 수소 대화\n"
            "Country 캐나다\n"
            "캐나다 -attended-> 수소 대화 [held 0.80] a.txt:1-6 b.txt:7-12\n");
}

TEST(GraphBuilder, ARenamedEntityIsTheOtherOneInEverything) {
  Extraction other = two_meet("b", evidence("b", 7));
  other.entities[1].id = other.statements[0].object = "meeting/2h";
  other.entities[1].name = "제2차 수소 대화";
  other.entities[1].claims = {{"date", "2024-06", {"b", 7, 12}}};
  Extraction plain = two_meet("a", evidence("a", 1));
  plain.entities[1].mentions = {{{"a", 1, 3}, "대화", "gazetteer"}};

  Extraction known = plain;
  known.entities[1].id = known.statements[0].object = "meeting/2h";
  known.entities[1].mentions[0].reason = "gazetteer; the only one";
  const std::string expected = dump(build_graph({other, known}));

  GraphBuilder builder;
  builder.add(plain);
  builder.add(other);
  builder.rename("meeting/h", "meeting/2h", "; the only one");
  const KnowledgeGraph graph = std::move(builder).build();
  EXPECT_EQ(dump(graph), expected);
  EXPECT_EQ(graph.entity_count(), 2u);
  EXPECT_FALSE(graph.find("meeting/h").has_value());
}

TEST(GraphBuilder, TheStrongestStatusHoldsAndConfidenceStaysBelowOne) {
  const KnowledgeGraph graph = build_graph({two_meet("a", evidence("a", 1, 1.0, Status::proposed)),
                                            two_meet("b", evidence("b", 1, 0.9, Status::planned))});
  EXPECT_EQ(dump_statements(graph), "캐나다 -attended-> 수소 대화 [planned 0.99] a:1-6 b:1-6\n");
}

TEST(GraphBuilder, DatesThatDisagreeAreBothKept) {
  const KnowledgeGraph graph = build_graph({two_meet("a", evidence("a", 1), "2031-05"),
                                            two_meet("b", evidence("b", 1), "2031"),
                                            two_meet("c", evidence("c", 1), "2032-01-02")});
  EXPECT_EQ(
      dump_statements(graph),
      "캐나다 -attended-> 수소 대화 [held 0.99 date=2032-01-02 date!=2031-05] a:1-6 b:1-6 c:1-6\n");
}

TEST(GraphBuilder, NamesUniteAndTheLongestIsPreferred) {
  Entity a = entity("p/1", "Programme", "조기경보시스템");
  a.aliases = {"조기경보", "조기경보시스템"};
  Entity b = entity("p/1", "Programme", "조기 경보 시스템");
  b.name_en = "early warning system";
  b.aliases = {"조기경보"};
  Extraction x;
  x.entities = {a, b};
  EXPECT_EQ(dump(build_graph({x})), "Programme 조기 경보 시스템 | 조기경보 | 조기경보시스템\n");
}

TEST(GraphBuilder, ManyEqualAliasesCostTheRoomOfOne) {
  Extraction x;
  for (int i = 0; i < 5000; ++i) {
    Entity e = entity("p/1", "Programme", "이름");
    e.aliases = {"별칭 " + std::to_string(i % 3)};
    x.entities.push_back(e);
  }
  EXPECT_EQ(dump(build_graph({x})), "Programme 이름 | 별칭 0 | 별칭 1 | 별칭 2\n");
}

TEST(GraphBuilder, ClaimsComeToEffectiveAttributes) {
  Entity m = entity("m", "Meeting", "회의");
  m.claims = {{"date", "2031", {"a", 0, 4}},
              {"date", "2031-05", {"a", 5, 9}},
              {"date", "2030", {"b", 5, 9}},
              {"status", "planned", {"a", 5, 9}},
              {"status", "held", {"b", 5, 9}}};
  Extraction x;
  x.entities = {m};
  const KnowledgeGraph graph = build_graph({x});
  EXPECT_EQ(dump(graph), "Meeting 회의 (date=2031-05 status=held date!=2030 status!=planned)\n");
  EXPECT_EQ(graph.attribute_keys(), (std::vector<std::string>{"date", "status"}));
  EXPECT_EQ(graph.entity(EntityIndex{0}).claims.size(), 5u);
}

TEST(GraphBuilder, SymmetricRelationsAreTurned) {
  Extraction x;
  x.entities = {entity("b", "Country", "나"), entity("a", "Country", "가")};
  x.statements = {{"b", "cooperatesWith", "a", {}, "", {evidence("1", 1)}},
                  {"a", "cooperatesWith", "b", {}, "", {evidence("2", 1)}},
                  {"b", "partOf", "a", {}, "", {evidence("3", 1)}}};
  EXPECT_EQ(dump_statements(build_graph({x})),
            "가 -cooperatesWith-> 나 [held 0.99] 1:1-6 2:1-6\n"
            "나 -partOf-> 가 [held 0.90] 3:1-6\n");
}

TEST(GraphBuilder, IdsAreStableAndUnique) {
  const KnowledgeGraph graph = plain_graph();
  std::vector<std::string> ids;
  for (const StatementView& s : graph.statements()) {
    const StatementId id = s.id();
    ids.emplace_back(id.data(), id.size());
    EXPECT_EQ(graph.find_statement(ids.back()), s.index);
  }
  // Written down: users keep these ids.
  EXPECT_EQ(ids, (std::vector<std::string>{"e84025cbcf116b700", "e9c8dc359983fb08e",
                                           "e9bb57ce5a44510f9"}));
  EXPECT_FALSE(graph.find_statement("e0000000000000000").has_value());
}

TEST(GraphBuilder, OrderOfCallsNeverShows) {
  const std::string expected = export_text("jsonl", hostile_graph());
  std::vector<Extraction> shuffled = hostile_extractions();
  std::mt19937 random(7);
  for (int round = 0; round < 5; ++round) {
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    for (Extraction& x : shuffled) {
      std::shuffle(x.entities.begin(), x.entities.end(), random);
      std::shuffle(x.statements.begin(), x.statements.end(), random);
    }
    EXPECT_EQ(export_text("jsonl", build_graph(shuffled)), expected);
  }
}

TEST(GraphBuilder, AddingTheSameTwiceChangesNothing) {
  std::vector<Extraction> twice = hostile_extractions();
  const std::vector<Extraction> once = twice;
  twice.insert(twice.end(), once.begin(), once.end());
  EXPECT_EQ(export_text("jsonl", build_graph(twice)), export_text("jsonl", build_graph(once)));
}

TEST(GraphBuilder, BytesThatAreNoTextAreReplaced) {
  Extraction x;
  x.entities = {
      entity("a", "Place", std::string("끊긴 \xEA\xB0") + std::string(1, '\0') + " \xFF 글")};
  const KnowledgeGraph graph = build_graph({x});
  const std::string_view name = graph.entity(EntityIndex{0}).name;
  EXPECT_TRUE(is_valid_utf8(name));
  EXPECT_EQ(name, "끊긴 \uFFFD\uFFFD\uFFFD \uFFFD 글");
}

TEST(GraphBuilder, OneSentenceIsHeldOnceHoweverManyStatementsItCarries) {
  const std::string sentence = "두 나라는 수소와 반도체에서 협력하기로 했다.";
  Extraction x;
  x.document = "d";
  x.entities = {entity("a", "Country", "가")};
  for (int i = 0; i < 300; ++i) {
    const std::string id = "t/" + std::to_string(i);
    x.entities.push_back(entity(id, "Technology", id));
    Evidence e = evidence("d", 7);
    e.quote = i % 3 == 2 ? "다른 문장이다." : sentence;
    e.bindings = i % 2 == 0 ? sentence : "";
    x.statements.push_back({"a", "cooperatesOn", id, {}, "", {e}});
  }
  const KnowledgeGraph graph = build_graph({x});
  std::set<const char*> places;
  for (const StatementView& s : graph.statements()) {
    const EvidenceView e = *s.evidence.begin();
    const int i = std::stoi(std::string(graph.id(s.object).substr(2)));
    EXPECT_EQ(e.quote, i % 3 == 2 ? "다른 문장이다." : sentence) << i;
    EXPECT_EQ(e.bindings, i % 2 == 0 ? sentence : "") << i;
    if (e.quote == sentence) places.insert(e.quote.data());
  }
  EXPECT_EQ(places.size(), 1u);
}

TEST(GraphBuilder, ViewsGiveTheSameGraphAsCopies) {
  GraphBuilder builder;
  builder.declare_symmetric("cooperatesWith");
  EntityInput entity_input;
  StatementInput statement_input;
  for (const Extraction& x : hostile_extractions()) {
    for (const Entity& e : x.entities) {
      view_into(entity_input, e);
      builder.add(entity_input);
    }
    for (const Statement& s : x.statements) {
      view_into(statement_input, s);
      builder.add(statement_input);
    }
    for (const SourceDocument& source : x.sources) {
      builder.add_document(source.name, source.checksum);
    }
  }
  const std::string text = export_text("jsonl", std::move(builder).build());
  // Not printed where they differ: they are long.
  EXPECT_TRUE(text == export_text("jsonl", hostile_graph()));
}

/// Two meetings that turn out to be one, spoken of by many documents that share sentences.
void add_many(GraphBuilder& builder) {
  builder.declare_symmetric("cooperatesWith");
  for (Extraction& x : hostile_extractions()) builder.add(std::move(x));
  for (int i = 0; i < 200; ++i) {
    const std::string document = "d" + std::to_string(i * 7 % 200);
    Extraction x = two_meet(document, evidence(document, static_cast<std::uint32_t>(i % 3)),
                            i % 2 == 0 ? "2031" : "2031-05");
    if (i % 5 == 0) x.entities[1].id = x.statements[0].object = "meeting/2h";
    x.entities[0].mentions = {{{document, 1, 3}, "캐나다", "gazetteer"}};
    x.entities[1].mentions = {{{document, 5, 9}, "대화", "event"}};
    x.entities[1].claims = {{"date", "2031", {document, 5, 9}}};
    x.statements[0].roles = {"장관" + std::to_string(i % 4)};
    for (const char* bindings : {"who=나", "who=가", "who=나"}) {
      Evidence e = evidence(document, 40);
      e.quote = "문장 " + std::to_string(i / 3);
      e.bindings = bindings;
      x.statements[0].evidence.push_back(e);
    }
    builder.add(std::move(x));
  }
  builder.rename("meeting/h", "meeting/2h", "; the only one");
}

TEST(GraphBuilder, WhatWaitsOnTheDiskGivesTheSameGraph) {
  GraphBuilder in_memory;
  add_many(in_memory);
  const std::string expected = export_text("jsonl", std::move(in_memory).build());
  for (const std::uint32_t rows : {1u, 7u, 150u, 5000u}) {
    for (const std::size_t text_bytes : {std::size_t{0}, std::size_t{100}, std::size_t{1} << 20}) {
      GraphBuilder builder(BuilderRoom{{}, rows, text_bytes});
      add_many(builder);
      // Not printed where they differ: they are long.
      EXPECT_TRUE(export_text("jsonl", std::move(builder).build()) == expected)
          << rows << " rows, " << text_bytes << " bytes";
    }
  }
}

TEST(GraphBuilder, SaysWhereTheDiskCannotBeUsed) {
  GraphBuilder builder(BuilderRoom{"/nowhere/at/all", 1, 0});
  try {
    add_many(builder);
    FAIL();
  } catch (const WriteError& error) {
    EXPECT_TRUE(std::string_view(error.what()).starts_with("/nowhere/at/all: ")) << error.what();
  }
}

TEST(GraphBuilder, RefusesWhatCannotStand) {
  Extraction dangling;
  dangling.entities = {entity("a", "Place", "가")};
  dangling.statements = {{"a", "partOf", "nowhere", {}, "", {evidence("1", 1)}}};
  EXPECT_THROW(build_graph({dangling}), LoadError);
  Extraction groundless;
  groundless.entities = {entity("a", "Place", "가")};
  groundless.statements = {{"a", "partOf", "a", {}, "", {}}};
  EXPECT_THROW(build_graph({groundless}), LoadError);
}

TEST(KnowledgeGraph, FindsByIdAndByAnyName) {
  const KnowledgeGraph graph = plain_graph();
  const EntityIndex korea = graph.find("state/KR").value();
  EXPECT_EQ(graph.type(korea), "Country");
  for (const char* name : {"대한민국", "한국", "republic of korea", "韓国", "state/KR"}) {
    EXPECT_EQ(graph.find_by_name(name), std::vector<EntityIndex>{korea}) << name;
  }
  EXPECT_TRUE(graph.find_by_name("없는 나라").empty());
}

TEST(KnowledgeGraph, EdgesOfANodeStandTogether) {
  const KnowledgeGraph graph = plain_graph();
  const EntityIndex person = graph.find("person/홍길동").value();
  EXPECT_EQ(graph.statements_from(person).size(), 2u);
  for (const StatementView& s : graph.statements_from(person)) EXPECT_EQ(s.subject, person);
  EXPECT_TRUE(graph.statements_from(graph.find("meeting/수소-대화").value()).empty());
}

}  // namespace
}  // namespace samgak
