#include "graph/jsonl_reader.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "graph/dump.hpp"
#include "tests/support/hostile_graph.hpp"
#include "text/diagnostic.hpp"

namespace samgak {
namespace {

KnowledgeGraph read(const std::string& text) {
  std::istringstream in(text);
  return read_graph(in, "g.jsonl");
}

TEST(JsonlReader, ReadsBackWithoutLoss) {
  for (const bool hostile : {false, true}) {
    const KnowledgeGraph graph = hostile ? hostile_graph() : plain_graph();
    const std::string text = export_text("jsonl", graph);
    const KnowledgeGraph again = read(text);
    EXPECT_EQ(export_text("jsonl", again), text);
    EXPECT_EQ(dump(again), dump(graph));
  }
}

TEST(JsonlReader, TakesSourcesApartFromNodes) {
  const KnowledgeGraph graph = read(export_text("jsonl", plain_graph()));
  ASSERT_EQ(graph.document_count(), 1u) << "what nothing cites is no source";
  EXPECT_EQ(graph.document(0).name, "가.txt");
  EXPECT_EQ(graph.document(0).checksum, Sha256::of("한국의 홍길동 차관"));
  EXPECT_EQ(graph.find("document/가.txt"), std::nullopt);
}

TEST(JsonlReader, TakesLinesInAnyOrderEmptyLinesAndAByteOrderMark) {
  const std::string text = export_text("jsonl", plain_graph());
  std::istringstream in(text);
  std::string reversed;
  for (std::string line; std::getline(in, line);) reversed = line + "\r\n\n" + reversed;
  EXPECT_EQ(export_text("jsonl", read("\xEF\xBB\xBF" + reversed)), text);
}

TEST(JsonlReader, AddsToWhatIsThere) {
  std::istringstream in(export_text("jsonl", plain_graph()));
  GraphBuilder builder;
  Extraction more;
  Entity place;
  place.id = "place/x";
  place.type = "Place";
  place.name = "밴쿠버";
  more.entities.push_back(place);
  builder.add(more);
  read_jsonl(in, "g.jsonl", builder);
  EXPECT_EQ(std::move(builder).build().entity_count(), 4u);
}

TEST(JsonlReader, PassesOverWhatItDoesNotKnow) {
  EXPECT_EQ(
      dump(read(
          R"({"type":"node","id":"a","labels":["Place","Entity"],"properties":{"name":"가","own":{"x":[1]}}})")),
      "Place 가\n");
}

struct Bad {
  const char* name;
  std::string text;
  const char* message;
};

class JsonlReaderBadTest : public testing::TestWithParam<Bad> {};

TEST_P(JsonlReaderBadTest, SaysWhere) {
  try {
    static_cast<void>(read(GetParam().text));
    FAIL() << "nothing was refused";
  } catch (const LoadError& error) {
    EXPECT_NE(std::string(error.what()).find(GetParam().message), std::string::npos)
        << error.what();
  }
}

const std::string kNode =
    R"({"type":"node","id":"a","labels":["Place"],"properties":{"name":"가"}})"
    "\n";

std::string edge(const std::string& properties) {
  return kNode +
         R"({"type":"relationship","id":"e","label":"partOf","start":{"id":"a"},"end":{"id":"a"},"properties":{)" +
         properties + "}}";
}

INSTANTIATE_TEST_SUITE_P(
    Table, JsonlReaderBadTest,
    testing::Values(
        Bad{"no_json", kNode + "{\"type\":", "g.jsonl:2: no JSON"},
        Bad{"no_object", "[]", "g.jsonl:1: a line must be an object"},
        Bad{"other_type", R"({"type":"graph","id":"a"})", "“type” must be node or relationship"},
        Bad{"no_id", R"({"type":"node","labels":["Place"]})", "“id” is missing"},
        Bad{"id_is_a_number", R"({"type":"node","id":7,"labels":["Place"]})",
            "“id” must be a string"},
        Bad{"no_label", R"({"type":"node","id":"a","labels":[]})", "needs one of “labels”"},
        Bad{"invalid_utf8", "{\"type\":\"node\",\"id\":\"\xFF\",\"labels\":[\"Place\"]}",
            "g.jsonl:1: no JSON"},
        Bad{"zero_byte", std::string("{}\0", 3), "zero byte"},
        Bad{"deep_nesting", std::string(200000, '['), "g.jsonl:1: no JSON"},
        Bad{"no_evidence", edge(""), "g.jsonl:2: a relationship needs “evidence”"},
        Bad{"short_list",
            edge(
                R"("evidence":["x","y"],"evidenceDoc":["d"],"evidenceBegin":[1],"evidenceEnd":[2],"rule":["r"],"bindings":[""],"evidenceStatus":["held"],"evidenceConfidence":[0.5])"),
            "“evidenceDoc” is shorter"},
        Bad{"bad_status",
            edge(
                R"("evidence":["x"],"evidenceDoc":["d"],"evidenceBegin":[1],"evidenceEnd":[2],"rule":["r"],"bindings":[""],"evidenceStatus":["denied"],"evidenceConfidence":[0.5])"),
            "a status must be"},
        Bad{"bad_checksum",
            R"({"type":"node","id":"document/a","labels":["Document"],"properties":{"name":"a","sha256":"12"}})",
            "“sha256” must be 64 hexadecimal digits"},
        Bad{"negative_place",
            edge(
                R"("evidence":["x"],"evidenceDoc":["d"],"evidenceBegin":[-1],"evidenceEnd":[2],"rule":["r"],"bindings":[""],"evidenceStatus":["held"],"evidenceConfidence":[0.5])"),
            "“evidenceBegin” must hold whole numbers"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace samgak
