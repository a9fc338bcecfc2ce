#include "comparison/vocabulary_comparison.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "comparison/version_rules.hpp"
#include "tests/comparison/small_vocabulary.hpp"
#include "tests/review/small_graph.hpp"

namespace samgak {
namespace {

const std::string kBase = R"(
<https://w3id.org/samgak/ns> a owl:Ontology ; owl:versionInfo "0.2.0" .
:Thing a owl:Class ; rdfs:label "것"@ko .
:Body a owl:Class ; rdfs:subClassOf :Thing ; rdfs:label "기관"@ko , "body"@en .
:Person a owl:Class ; rdfs:subClassOf :Thing .
:meets a owl:ObjectProperty ; rdfs:domain :Body ; :allowedSubject :Body ; :allowedObject :Body .
:status a owl:DatatypeProperty .
[] a owl:AllDisjointClasses ; owl:members ( :Body :Person ) .
)";

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), with);
}

KnowledgeGraph data() {
  review::SmallGraph graph;
  graph.node("b/1", "Body", "하나").node("b/2", "Body", "둘").claim("status", "held", "a", 1);
  graph.node("p/1", "Person", "홍길동");
  graph.edge("b/1", "meets", "b/2", "a", 1).edge("p/1", "meets", "b/2", "a", 30);
  return graph.build();
}

std::vector<std::string> lines(const std::string& before, const std::string& after) {
  std::vector<std::string> out;
  const DataUse use(data());
  for (const Change& c : compare_vocabularies(*vocabulary(before), *vocabulary(after), use)) {
    out.push_back(fmt::format("{} {} {} {}:{}>{} {} {}/{} -{} +{}", to_string(c.what),
                              to_string(c.kind), c.id, c.field, c.before, c.after,
                              to_string(c.step), c.effect.nodes, c.effect.edges, c.effect.lost,
                              c.effect.gained));
  }
  return out;
}

using Lines = std::vector<std::string>;

TEST(VocabularyComparison, SaysWhatChangedAndWhatItTouches) {
  EXPECT_EQ(lines(kBase, kBase), Lines{});
  EXPECT_EQ(lines(kBase, replaced(kBase, "\"기관\"", "\"조직\"")),
            Lines{"class changed samgak:Body rdfs:label@ko:기관>조직 patch 2/0 -0 +0"});
  // The label of a class that only groups others touches the nodes of these.
  EXPECT_EQ(lines(kBase, replaced(kBase, "\"것\"", "\"무엇\"")),
            Lines{"class changed samgak:Thing rdfs:label@ko:것>무엇 patch 3/0 -0 +0"});
  const std::string wider =
      replaced(kBase, ":allowedSubject :Body", ":allowedSubject :Body , :Person");
  EXPECT_EQ(lines(kBase, wider), Lines{"relation changed samgak:meets samgak:allowedSubject:"
                                       "samgak:Body>samgak:Body, samgak:Person minor 0/2 -0 +1"});
  EXPECT_EQ(lines(wider, kBase), Lines{"relation changed samgak:meets samgak:allowedSubject:"
                                       "samgak:Body, samgak:Person>samgak:Body major 0/2 -1 +0"});
  EXPECT_EQ(lines(kBase, replaced(kBase, ":status a owl:DatatypeProperty .", "")),
            Lines{"property removed samgak:status :> major 1/2 -3 +0"});
  EXPECT_EQ(lines(kBase, kBase + ":Network a owl:Class ."),
            Lines{"class added samgak:Network :> minor 0/0 -0 +0"});
}

TEST(VocabularyComparison, NarrowingIsMajorAndWideningMinor) {
  const auto step = [](const std::string& after) {
    return version_step(compare_vocabularies(*vocabulary(kBase), *vocabulary(after), DataUse()));
  };
  EXPECT_EQ(step(replaced(kBase, "rdfs:domain :Body", "rdfs:domain :Thing")), VersionStep::minor);
  EXPECT_EQ(step(replaced(kBase, "rdfs:domain :Body", "rdfs:domain :Person")), VersionStep::major);
  EXPECT_EQ(step(replaced(kBase, "rdfs:domain :Body ;", "")), VersionStep::minor);
  EXPECT_EQ(step(kBase + ":Body :abstract true ."), VersionStep::major);
  EXPECT_EQ(step(kBase + ":meets a owl:SymmetricProperty ."), VersionStep::minor);
  EXPECT_EQ(step(kBase + ":meets a owl:FunctionalProperty ."), VersionStep::major);
  EXPECT_EQ(step(kBase + ":Body owl:deprecated true ."), VersionStep::minor);
  EXPECT_EQ(step(kBase + ":Body owl:disjointWith :Thing ."), VersionStep::major);
  EXPECT_EQ(step(replaced(kBase, "rdfs:subClassOf :Thing ; rdfs:label", "rdfs:label")),
            VersionStep::major);
  // What no data can have yet narrows nothing.
  EXPECT_EQ(step(replaced(kBase, "( :Body :Person )", "( :Body :Person :Place )") +
                 ":Place a owl:Class ."),
            VersionStep::minor);
  EXPECT_EQ(step(replaced(kBase, "( :Body :Person )", "( :Body :Person :Thing )")),
            VersionStep::major);
  EXPECT_EQ(step(replaced(kBase, "0.2.0", "0.3.0")), VersionStep::none);
  EXPECT_EQ(step(kBase + "<https://schema.org/Event> a owl:Class ."), VersionStep::patch);
}

TEST(VocabularyComparison, AShapeThatBindsOldDataIsMajor) {
  const std::string shapes = kBase + "<https://w3id.org/samgak/shapes> a owl:Ontology .\n";
  const auto step = [&](const std::string& shape) {
    return version_step(
        compare_vocabularies(*vocabulary(shapes), *vocabulary(shapes + shape), DataUse()));
  };
  const std::string name = "<https://w3id.org/samgak/shapes#s> a sh:NodeShape ; ";
  EXPECT_EQ(step(name + "sh:targetClass :Body ."), VersionStep::major);
  EXPECT_EQ(step(name + "sh:targetClass :Body ; sh:severity sh:Info ."), VersionStep::minor);
  EXPECT_EQ(step(":New a owl:Class . " + name + "sh:targetClass :New ."), VersionStep::minor);
}

TEST(VocabularyComparison, PairsAxiomsThatAreAlike) {
  EXPECT_EQ(lines(kBase, replaced(kBase, "( :Body :Person )", "( :Body :Thing :Person )")),
            Lines{"axiom changed owl:AllDisjointClasses owl:members:( samgak:Body samgak:Person )>"
                  "( samgak:Body samgak:Thing samgak:Person ) major 0/0 -0 +0"});
  EXPECT_EQ(
      lines(kBase,
            replaced(kBase, "[] a owl:AllDisjointClasses ; owl:members ( :Body :Person ) .", "")),
      Lines{"axiom removed owl:AllDisjointClasses :[ a owl:AllDisjointClasses ; owl:members "
            "( samgak:Body samgak:Person ) ]> minor 0/0 -0 +0"});
}

TEST(GazetteerComparison, NamesRowsAndFields) {
  GazetteerEntry row;
  row.id = "b/1";
  row.type = "Body";
  row.ko = "하나";
  GazetteerEntry renamed = row;
  renamed.en = "One";
  const std::vector<Change> changes = compare_gazetteers({row}, {renamed}, DataUse(data()));
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].field, "name@en");
  EXPECT_EQ(changes[0].effect.nodes, 1U);
  EXPECT_EQ(version_step(compare_gazetteers({row}, {}, DataUse())), VersionStep::major);
  EXPECT_EQ(version_step(compare_gazetteers({}, {row}, DataUse())), VersionStep::minor);
}

TEST(VersionAdvice, RaisesTheNumberThatTheStepAsksFor) {
  using enum VersionStep;
  EXPECT_EQ(advise(major, "1.4.2", "2.0.0"),
            (VersionAdvice{major, "1.4.2", "2.0.0", "2.0.0", true}));
  EXPECT_EQ(advise(major, "1.4.2", "1.5.0").enough, false);
  EXPECT_EQ(advise(minor, "1.4.2", "1.5.0").wanted, "1.5.0");
  EXPECT_EQ(advise(patch, "1.4.2", "1.4.2"),
            (VersionAdvice{patch, "1.4.2", "1.4.2", "1.4.3", false}));
  EXPECT_EQ(advise(none, "1.4.2", "1.4.2").enough, true);
  EXPECT_EQ(advise(major, "0.2.0", "0.3.0"),
            (VersionAdvice{major, "0.2.0", "0.3.0", "0.3.0", true}));
  EXPECT_EQ(advise(major, "today", "tomorrow"),
            (VersionAdvice{major, "today", "tomorrow", "", true}));
}

TEST(DeclaredVersion, IsThatOfTheVocabularyThatDefinesTerms) {
  EXPECT_EQ(declared_version(*vocabulary("<http://a> a owl:Ontology ; owl:versionInfo \"9.0.0\" . "
                                         "<http://b> a owl:Ontology ; owl:versionInfo \"0.1.0\" . "
                                         ":x rdfs:isDefinedBy <http://b> .")),
            "0.1.0");
  EXPECT_EQ(declared_version(*vocabulary(":x a owl:Class .")), "");
}

}  // namespace
}  // namespace samgak
