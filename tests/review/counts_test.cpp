#include <gtest/gtest.h>

#include "review/taxonomy.hpp"
#include "review/unmapped_mentions.hpp"
#include "review/usage.hpp"
#include "tests/review/small_graph.hpp"

namespace samgak::review {
namespace {

const ClassUsage& row(const Usage& usage, const std::string& name) {
  for (const ClassUsage& one : usage.classes) {
    if (one.name == name) return one;
  }
  throw std::out_of_range(name);
}

SmallGraph two_meet() {
  SmallGraph graph;
  graph.node("state/CA", "Country", "캐나다")
      .mention("a.txt", 1, "캐나다")
      .mention("b.txt", 1, "캐나다");
  graph.node("person/a", "Person", "홍길동").mention("a.txt", 9, "홍길동");
  graph.node("meeting/a", "Meeting", "새봄 대화");
  graph.edge("state/CA", "attended", "meeting/a", "a.txt", 5);
  graph.edge("person/a", "attended", "meeting/a", "a.txt", 5);
  graph.edge("meeting/a", "attended", "person/a", "b.txt", 5);
  return graph;
}

TEST(Usage, EveryClassHasARowAlsoTheUnused) {
  const Usage usage = compute_usage(two_meet().build(), own_ontology().schema);
  EXPECT_EQ(usage.classes.size(), own_ontology().schema.classes.size());
  EXPECT_EQ(row(usage, "Country").nodes, 1u);
  EXPECT_EQ(row(usage, "Country").mentions, 2u);
  EXPECT_EQ(row(usage, "Country").documents, 2u);
  EXPECT_EQ(row(usage, "Meeting").statements, 3u);
  EXPECT_EQ(row(usage, "Actor").nodes, 0u);
  EXPECT_EQ(row(usage, "Actor").nodes_below, 2u);
  EXPECT_EQ(row(usage, "Entity").nodes_below, 3u);
  EXPECT_EQ(row(usage, "Agreement").nodes_below, 0u);
  EXPECT_TRUE(row(usage, "Entity").of_nodes);
  EXPECT_FALSE(row(usage, "Mention").of_nodes);
  EXPECT_EQ(usage.documents, 2u);
  EXPECT_EQ(usage.evidence, 3u);
}

TEST(Usage, SignaturesSayWhatTheOntologyDoesNotAllow) {
  const Usage usage = compute_usage(two_meet().build(), own_ontology().schema);
  EXPECT_EQ(usage.relations.size(), own_ontology().schema.relations.size());
  for (const RelationUsage& relation : usage.relations) {
    if (relation.name != "attended") {
      EXPECT_EQ(relation.statements, 0u);
      continue;
    }
    ASSERT_EQ(relation.signatures.size(), 3u);
    for (const SignatureUsage& signature : relation.signatures) {
      EXPECT_EQ(signature.total(), 1u);
      EXPECT_EQ(signature.allowed, signature.object_type == "Meeting") << signature.subject_type;
    }
  }
}

TEST(Usage, TermsThatNoOntologyHasAreListedBehind) {
  SmallGraph graph;
  graph.node("x/1", "Ship", "배").node("x/2", "Ship", "배 둘").edge("x/1", "rams", "x/2", "a", 1);
  const Usage usage = compute_usage(graph.build(), own_ontology().schema);
  EXPECT_EQ(usage.classes.back().name, "Ship");
  EXPECT_FALSE(usage.classes.back().known);
  EXPECT_EQ(usage.relations.back().name, "rams");
  EXPECT_FALSE(usage.relations.back().known);
}

TEST(Taxonomy, CountsOfNarrowerConceptsAddUp) {
  SmallGraph graph;
  graph.node("tech/nct", "Technology", "국가핵심기술").node("state/CA", "Country", "캐나다");
  graph.edge("state/CA", "protects", "tech/nct", "a", 1);
  const KnowledgeGraph built = graph.build();
  const Taxonomy taxonomy = build_taxonomy(built, own_ontology(), "Technology");
  std::uint32_t below_strategic = 0;
  for (const Concept& one : taxonomy.concepts) {
    if (one.entry->id == "tech/nct") {
      EXPECT_TRUE(one.node.has_value());
      EXPECT_EQ(one.statements, 1u);
    }
    if (one.entry->id == "tech/strategic") below_strategic = one.statements_below;
  }
  EXPECT_EQ(below_strategic, 1u);
}

TEST(Taxonomy, ARingIsReachedFromOneOfItsConcepts) {
  Ontology ontology;
  for (const auto& [id, parent] : {std::pair("t/a", "t/b"), std::pair("t/b", "t/a")}) {
    GazetteerEntry entry;
    entry.id = id;
    entry.type = "Technology";
    entry.parents = {parent};
    ontology.gazetteer.push_back(entry);
  }
  const Taxonomy taxonomy = build_taxonomy(KnowledgeGraph(), ontology, "Technology");
  EXPECT_EQ(taxonomy.roots.size(), 1u);
  EXPECT_EQ(taxonomy.concepts[taxonomy.roots[0]].narrower.size(), 1u);
}

// The seeded fixture: what is not listed must be found, what is listed must not.
TEST(UnmappedMentions, SeededNamesAreFoundInTheOrderOfTheirWeight) {
  SmallGraph graph;
  graph.node("state/CA", "Country", "캐나다").mention("a", 1, "캐나다");
  graph.node("org/known", "Organization", "아는 곳").mention("a", 4, "아는 곳").last().wikidata =
      "Q1";
  graph.node("meeting/x", "Meeting", "새봄 대화").mention("a", 8, "새봄 대화");
  graph.node("org/quiet", "Organization", "말 없는 곳");
  std::vector<std::string> seeded;
  for (int i = 1; i <= 12; ++i) {
    const std::string id = "org/new-" + std::to_string(100 + i);
    seeded.push_back(id);
    graph.node(id, i % 2 == 0 ? "Organization" : "Person", "새 이름 " + std::to_string(i));
    for (int n = 0; n < i; ++n) graph.mention("d" + std::to_string(n % 3), 10u * n, "새 이름");
  }
  const KnowledgeGraph built = graph.build();
  const std::vector<UnmappedMention> found = rank_unmapped(built, own_ontology());
  ASSERT_EQ(found.size(), seeded.size());
  for (std::size_t i = 1; i < found.size(); ++i) EXPECT_GE(found[i - 1].score, found[i].score);
  EXPECT_EQ(built.id(found[0].node), "org/new-112");
  EXPECT_EQ(found[0].mentions, 12u);
  EXPECT_EQ(found[0].documents, 3u);
  EXPECT_EQ(found[0].score, 36u);
}

}  // namespace
}  // namespace samgak::review
