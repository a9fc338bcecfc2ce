#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <string>

#include "reasoning/inferred_graph.hpp"
#include "review/inferred_block.hpp"
#include "tests/review/small_graph.hpp"

namespace samgak::review {
namespace {

TEST(InferredBlock, NumbersPremisesOnFromTheStatements) {
  const KnowledgeGraph told = SmallGraph()
                                  .node("hong", "Person", "홍길동")
                                  .node("talks", "Meeting", "대화")
                                  .edge("hong", "chaired", "talks", "a.txt", 3)
                                  .build();
  const KnowledgeGraph all = with_inferences(
      told, std::filesystem::path(std::getenv("SAMGAK_DATA")) / "schema" / "samgak.ttl", {});
  ReviewInput input{told, own_ontology(), "0", "graph.jsonl", nullptr, {}, {}, {}, {}, {}, &all};

  const std::vector<InferenceCount> counts = count_inferences(all);
  ASSERT_EQ(counts.size(), 3u);
  EXPECT_EQ(counts[0].relation, "attended");
  EXPECT_EQ(counts[0].rule, "prp-spo1");
  EXPECT_EQ(counts[0].edges, 1u);

  rapidjson::Document block;
  block.Parse(inferred_block(input).c_str());
  ASSERT_FALSE(block.HasParseError());
  const auto name = [&](const char* list, const char* column, unsigned i) {
    return std::string(block[list][block[column][i].GetUint()].GetString());
  };
  ASSERT_EQ(block["subject"].Size(), 3u);
  ASSERT_EQ(block["premises"].Size(), 3u);
  // Each follows from the one statement, or from an edge that does.
  for (unsigned i = 0; i < 3; ++i) {
    const unsigned premise = block["premises"][i].GetUint();
    EXPECT_EQ(block["first"][i].GetUint(), i);
    EXPECT_NE(premise, i + 1) << "its own premise";
    if (name("relations", "relation", i) != "hasAttendee") {
      EXPECT_EQ(premise, 0u) << i;
    } else {
      EXPECT_EQ(name("relations", "relation", premise - 1), "attended");
      EXPECT_EQ(name("rules", "rule", i), "prp-inv");
    }
  }
}

}  // namespace
}  // namespace samgak::review
