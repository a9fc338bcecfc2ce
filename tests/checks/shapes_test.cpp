#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>
#include <string>

#include "checks/graph_check.hpp"
#include "checks/graph_rules.hpp"
#include "checks/shacl/shape_reader.hpp"
#include "ontology/turtle_reader.hpp"
#include "text/diagnostic.hpp"

namespace samgak {
namespace {

namespace fs = std::filesystem;

fs::path source() {
  return std::getenv("SAMGAK_SOURCE");
}

ShapeFiles shape_files() {
  return ShapeFiles::in_folders({source() / "ontology"});
}

std::string local(const std::string& iri) {
  return iri.substr(iri.find_last_of("/#") + 1);
}

std::set<std::string> shapes_not_met(const fs::path& file) {
  std::set<std::string> out;
  for (const Finding& finding : check_rdf_file(file, shape_files()).findings)
    out.insert(local(finding.shape));
  return out;
}

/// `NAME.pass.ttl` meets the shape NAME and `NAME.fail.ttl` does not. What else they say is
/// compared with pySHACL (tests/ontology_schema/check_agreement.py).
TEST(Shapes, EachHasAFixtureThatMeetsItAndOneThatDoesNot) {
  std::size_t count = 0;
  for (const fs::directory_entry& entry :
       fs::directory_iterator(source() / "tests" / "ontology_schema" / "fixtures")) {
    const std::string stem = entry.path().stem().string();
    const std::string shape = stem.substr(0, stem.rfind('.'));
    const bool fails = stem.ends_with(".fail");
    EXPECT_EQ(fails, shapes_not_met(entry.path()).contains(shape)) << stem;
    ++count;
  }
  EXPECT_GE(count, 100U);
}

shacl::ShapeSet read(const std::string& text) {
  TermTable terms;
  RdfGraph graph(terms);
  read_rdf("@prefix : <http://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> .\n" + text,
           RdfSyntax::turtle, "shapes", "", graph);
  graph.freeze();
  return shacl::read_shapes(graph);
}

TEST(Shapes, NothingIsPassedOverInSilence) {
  EXPECT_THROW(read(":s a sh:NodeShape ; sh:targetClass :C ; sh:lessThan :p ."), LoadError);
  EXPECT_THROW(read(":s a sh:NodeShape ; sh:targetClass :C ; sh:minCount 'many' ."), LoadError);
  EXPECT_THROW(read(":s a sh:NodeShape ; sh:targetClass :C ; sh:pattern '(' ."), LoadError);
  EXPECT_THROW(read(":s a sh:NodeShape ; sh:targetClass :C ; sh:node :t . :t sh:not :s ."),
               LoadError)
      << "shapes that lead back to themselves";
  EXPECT_THROW(read(":s a sh:PropertyShape ; sh:targetClass :C ; sh:path [ ] ."), LoadError);
  EXPECT_EQ(
      2U,
      read(":s a sh:NodeShape ; sh:targetClass :C ; sh:property [ sh:path :p ; sh:minCount 1 ] .")
          .shapes.size());
}

TEST(Shapes, EveryQueryHasItsRuleAndEveryRuleItsQuery) {
  TermTable terms;
  RdfGraph graph(terms);
  read_rdf_file(shape_files().rules, graph);
  graph.freeze();
  std::set<std::string_view> queries;
  for (const shacl::Shape& shape : shacl::read_shapes(graph).shapes)
    queries.insert(terms[shape.id].text);
  const std::vector<std::string_view> rules = graph_rule_iris();
  EXPECT_EQ(queries, std::set<std::string_view>(rules.begin(), rules.end()));
}

/// A finding of a graph in RDF shows the words of its evidence, with their place.
TEST(Findings, RestOnQuotes) {
  const fs::path file = fs::path(testing::TempDir()) / "samgak_quotes.ttl";
  FILE* out = std::fopen(file.c_str(), "w");
  ASSERT_NE(nullptr, out);
  std::fputs(R"(
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix s: <https://w3id.org/samgak/ns#> . @prefix id: <https://w3id.org/samgak/id/> . @prefix prov: <http://www.w3.org/ns/prov#> .
id:hong a s:Person ; rdfs:label "홍길동"@ko , "Hong"@en ; s:chaired id:talks .
id:talks a s:Meeting ; rdfs:label "대화"@ko .
id:st a rdf:Statement ; rdf:subject id:hong ; rdf:predicate s:chaired ; rdf:object id:talks ; s:status "held" ;
  s:confidence 0.9 ; s:evidence id:ev .
id:ev a s:Evidence ; s:quote "홍길동이 주재했다" ; s:rule "r" ;
  prov:wasDerivedFrom <https://w3id.org/samgak/id/document/%EA%B0%80%20b.txt#char=12,21> .
)",
             out);
  std::fclose(out);
  const CheckReport report = check_rdf_file(file, shape_files());
  const auto found =
      std::find_if(report.findings.begin(), report.findings.end(),
                   [](const Finding& f) { return local(f.shape) == "chair-not-attendee"; });
  ASSERT_NE(report.findings.end(), found);
  EXPECT_EQ("홍길동", found->focus_label);
  EXPECT_EQ("대화", found->value_label);
  EXPECT_EQ(FindingSeverity::warning, found->severity);
  EXPECT_THAT(found->quotes, testing::ElementsAre(Quote{"가 b.txt", 12, 21, "홍길동이 주재했다"}));
  EXPECT_TRUE(report.reaches(FindingSeverity::info));
}

}  // namespace
}  // namespace samgak
