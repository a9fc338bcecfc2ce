#include "review/difference.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/review/small_graph.hpp"

namespace samgak::review {
namespace {

std::vector<std::string> lines(const std::vector<Change>& changes) {
  std::vector<std::string> out;
  for (const Change& c : changes) {
    out.push_back(fmt::format("{} {} {} {}:{}>{} {}", to_string(c.what), to_string(c.kind), c.id,
                              c.field, c.before, c.after, c.effect));
  }
  return out;
}

TEST(GraphDifference, NamesEachChangeOnce) {
  SmallGraph before;
  before.node("org/a", "Organization", "가").node("org/b", "Organization", "나");
  before.edge("org/a", "cooperatesWith", "org/b", "a", 1);
  SmallGraph after;
  after.node("org/a", "Ministry", "가").node("org/c", "Organization", "다");
  after.edge("org/a", "partOf", "org/c", "a", 1);
  EXPECT_EQ(lines(compare_graphs(before.build(), after.build())),
            (std::vector<std::string>{"node added org/c :>Organization 0",
                                      "node removed org/b :Organization> 0",
                                      "node changed org/a type:Organization>Ministry 0",
                                      "statement added org/a partOf org/c :> 0",
                                      "statement removed org/a cooperatesWith org/b :> 0"}));
  EXPECT_TRUE(compare_graphs(after.build(), after.build()).empty());
}

Ontology small_ontology() {
  Ontology ontology;
  ClassInfo body;
  body.name = "Body";
  body.labels.ko = "기관";
  RelationInfo meets;
  meets.name = "meets";
  meets.subjects = {"Body"};
  meets.objects = {"Body"};
  ontology.schema.classes = {body};
  ontology.schema.relations = {meets};
  return ontology;
}

TEST(OntologyDifference, TellsWhatAChangeTouchesAndWhichNumberToRaise) {
  SmallGraph graph;
  graph.node("b/1", "Body", "하나").node("b/2", "Body", "둘").edge("b/1", "meets", "b/2", "a", 1);
  const KnowledgeGraph built = graph.build();
  const Ontology before = small_ontology();

  Ontology texts = small_ontology();
  texts.schema.classes[0].labels.en = "body";
  EXPECT_EQ(lines(compare_ontologies(before, texts, built)),
            std::vector<std::string>{"class changed Body label@en:>body 2"});
  EXPECT_EQ(version_step(compare_ontologies(before, texts, built)), "patch");

  Ontology wider = small_ontology();
  wider.schema.relations[0].subjects = {"Body", "Person"};
  EXPECT_EQ(lines(compare_ontologies(before, wider, built)),
            std::vector<std::string>{"relation changed meets subjects:Body>Body, Person 1"});
  EXPECT_EQ(version_step(compare_ontologies(before, wider, built)), "minor");
  EXPECT_EQ(version_step(compare_ontologies(wider, before, built)), "major");

  Ontology without = small_ontology();
  without.schema.relations.clear();
  EXPECT_EQ(lines(compare_ontologies(before, without, built)),
            std::vector<std::string>{"relation removed meets :> 1"});
  EXPECT_EQ(version_step(compare_ontologies(before, without, built)), "major");
  EXPECT_EQ(version_step(compare_ontologies(before, before, built)), "");
}

}  // namespace
}  // namespace samgak::review
