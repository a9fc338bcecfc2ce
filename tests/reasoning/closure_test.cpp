#include "reasoning/closure.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "ontology/rdf_names.hpp"
#include "ontology/turtle_reader.hpp"
#include "text/diagnostic.hpp"

namespace samgak {
namespace {

constexpr const char* kPrefixes =
    "@prefix : <http://example.org/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n";

/// The closure of what `text` states, by the axioms in it.
class Reasoned {
 public:
  explicit Reasoned(const std::string& text, std::size_t most = 100'000) : graph_(terms_) {
    read_rdf(kPrefixes + text, RdfSyntax::turtle, "test", "", graph_);
    graph_.freeze();
    rules_ = read_rules(graph_);
    Closure closure(rules_, terms_.iri(rdf_names::kType));
    for (const RdfTriple& t : graph_.triples()) closure.add(t);
    closure.run(most);
    for (const Fact& fact : closure.facts()) {
      if (fact.rule == InferenceRule::given || closure.is_auxiliary(fact)) continue;
      derived_.insert(local(fact.triple.subject) + " " + local(fact.triple.predicate) + " " +
                      local(fact.triple.object) + " " + std::string(to_string(fact.rule)));
      EXPECT_LT(closure[fact.premises[0]].triple.subject, kNoTerm);
    }
  }
  [[nodiscard]] const std::set<std::string>& derived() const { return derived_; }

 private:
  std::string local(TermIndex term) const {
    const std::string_view text = graph_.term(term).text;
    return std::string(text.substr(text.find_last_of("/#") + 1));
  }
  TermTable terms_;
  RdfGraph graph_;
  RuleSet rules_;
  std::set<std::string> derived_;
};

TEST(Closure, AppliesEachRule) {
  using testing::UnorderedElementsAre;
  EXPECT_THAT(Reasoned(":p rdfs:subPropertyOf :q . :a :p :b .").derived(),
              UnorderedElementsAre("a q b prp-spo1"));
  EXPECT_THAT(Reasoned(":p owl:inverseOf :q . :a :p :b . :c :q :d .").derived(),
              UnorderedElementsAre("b q a prp-inv", "d p c prp-inv"));
  EXPECT_THAT(Reasoned(":p a owl:SymmetricProperty . :a :p :b .").derived(),
              UnorderedElementsAre("b p a prp-symp"));
  EXPECT_THAT(Reasoned(":p a owl:TransitiveProperty . :a :p :b . :b :p :c . :c :p :d .").derived(),
              UnorderedElementsAre("a p c prp-trp", "b p d prp-trp", "a p d prp-trp"));
  EXPECT_THAT(Reasoned(":r owl:propertyChainAxiom ( :p :q ) . :a :p :b . :b :q :c .").derived(),
              UnorderedElementsAre("a r c prp-spo2"));
  EXPECT_THAT(
      Reasoned(":p rdfs:domain :A ; rdfs:range :B . :A rdfs:subClassOf :C . :a :p :b .").derived(),
      UnorderedElementsAre("a type A prp-dom", "b type B prp-rng", "a type C cax-sco"));
}

TEST(Closure, LongChainsLeaveNoTraceOfTheirMiddle) {
  EXPECT_THAT(Reasoned(":r owl:propertyChainAxiom ( :p :q :s ) . :a :p :b . :b :q :c . :c :s :d .")
                  .derived(),
              testing::UnorderedElementsAre("a r d prp-spo2"));
}

TEST(Closure, RulesFeedEachOtherAndCirclesEnd) {
  const std::set<std::string> derived =
      Reasoned(":p a owl:TransitiveProperty ; owl:inverseOf :q . :a :p :b . :b :p :a . :b :p :c .")
          .derived();
  for (const char* fact :
       {"a p a prp-trp", "b p b prp-trp", "a p c prp-trp", "c q a prp-inv", "a q a prp-inv"})
    EXPECT_TRUE(derived.contains(fact)) << fact;
}

TEST(Closure, RefusesToGrowWithoutBound) {
  std::string text = ":p a owl:TransitiveProperty .";
  for (int i = 0; i < 200; ++i)
    text += " :n" + std::to_string(i) + " :p :n" + std::to_string(i + 1) + " .";
  EXPECT_EQ(200U * 199U / 2U, Reasoned(text).derived().size());
  EXPECT_THROW(Reasoned(text, 1000), LoadError);
}

}  // namespace
}  // namespace samgak
