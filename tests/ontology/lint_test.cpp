#include "ontology/lint/lint.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "ontology/tsv.hpp"
#include "ontology/turtle_reader.hpp"

namespace samgak {
namespace {

std::filesystem::path source() {
  return std::getenv("SAMGAK_SOURCE");
}

std::string clean_text() {
  return read_text_file(source() / "tests" / "ontology" / "clean.ttl");
}

/// `level id subject (detail)` of all findings.
std::vector<std::string> findings_of(const std::string& text) {
  TermTable terms;
  RdfGraph graph(terms);
  read_rdf(text, RdfSyntax::turtle, "test", "https://example.org/", graph);
  graph.freeze();
  std::vector<std::string> out;
  for (const LintFinding& f : lint(graph))
    out.push_back(fmt::format("{} {} ({})", f.card->id, f.subject, f.detail));
  return out;
}

/// One fault: `from` of the clean vocabulary becomes `to`; with an empty `from`, `to` is added.
struct Fault {
  const char* id;
  std::string from;
  std::string to;
};

const std::string kBat =
    ":Bat a owl:Class ; rdfs:label \"박쥐\"@ko , \"bat\"@en , \"蝙蝠\"@ja ; skos:definition \"나는 "
    "동물.\"@ko , \"It flies.\"@en";
const std::string kFeeds =
    ":feeds a owl:ObjectProperty ; rdfs:label \"먹인다\"@ko , \"feeds\"@en , \"餌をやる\"@ja ; "
    "skos:definition \"그 동물을 먹인다.\"@ko , \"Gives it food.\"@en";

const std::vector<Fault>& faults() {
  static const std::vector<Fault> all{
      // ROBOT
      {"missing_label", R"(rdfs:label "동물"@ko , "animal"@en , "動物"@ja ; )", ""},
      {"multiple_labels", R"("animal"@en ,)", R"("animal"@en , "beast"@en ,)"},
      {"duplicate_label", R"("keeper"@en)", R"("Animal"@en)"},
      {"label_formatting", R"("keeper"@en)", R"("kee\nper"@en)"},
      {"label_whitespace", R"("keeper"@en)", R"("keeper "@en)"},
      {"annotation_whitespace", R"("What is alive.")", R"("What is alive. ")"},
      {"missing_definition", R"( ;
  skos:definition "살아 있는 것."@ko , "What is alive."@en .)",
       " ."},
      {"multiple_definitions", R"("What is alive."@en)",
       R"("What is alive."@en , "All that lives."@en)"},
      {"duplicate_definition", R"("What is alive."@en)", R"("The weight in kilograms."@en)"},
      {"lowercase_definition", R"("What is alive.")", R"("what is alive.")"},
      {"misused_obsolete_label", R"("keeper"@en)", R"("obsolete keeper"@en)"},
      {"missing_obsolete_label", "",
       ":Old a owl:Class ; owl:deprecated true ; rdfs:subClassOf :Being ; rdfs:label \"옛 것\"@ko "
       ", \"obsolete old\"@en , "
       "\"廃止\"@ja ; skos:definition \"이제 쓰지 않는 것.\"@ko , \"No longer in use.\"@en ."},
      {"duplicate_exact_synonym", R"("돌보미"@ko)", R"("짐승"@ko)"},
      {"duplicate_label_synonym", R"("돌보미"@ko)", R"("사육사"@ko)"},
      {"duplicate_scoped_synonym", R"(skos:altLabel "돌보미"@ko)",
       R"(skos:altLabel "돌보미"@ko ; skos:hiddenLabel "돌보미"@ko)"},
      {"missing_ontology_title", R"(dcterms:title "동물원"@ko , "Zoo"@en ;)", ""},
      {"missing_ontology_description",
       R"(dcterms:description "동물과 사육사의 어휘."@ko , "A vocabulary of animals and keepers."@en ;)",
       ""},
      {"missing_ontology_license",
       "dcterms:license <https://creativecommons.org/licenses/by/4.0/> ;",
       "dcterms:rights \"CC BY\" ;"},
      {"deprecated_boolean_datatype", "", ":Keeper owl:deprecated \"false\" ."},
      {"deprecated_class_reference", "",
       ":Old a owl:Class ; owl:deprecated true ; rdfs:subClassOf :Being . :Animal rdfs:subClassOf "
       ":Old ."},
      {"deprecated_property_reference", "", ":childOf owl:deprecated true ."},
      {"misused_replaced_by", "", ":Keeper dcterms:isReplacedBy :Being ."},
      {"illegal_use_of_built_in_vocabulary", "", ":Keeper a owl:Klass ."},
      {"multiple_equivalent_classes", "", ":Animal owl:equivalentClass :Beast , :Creature ."},
      {"multiple_equivalent_class_definitions", "",
       ":Animal owl:equivalentClass [ a owl:Class ; owl:unionOf ( :Being :Keeper ) ] , [ a "
       "owl:Class ; owl:oneOf ( :a ) ] ."},
      {"equivalent_pair", "",
       ":Animal owl:equivalentClass :Keeper . :Keeper owl:equivalentClass :Animal ."},
      {"equivalent_class_axiom_no_genus", "",
       ":Animal owl:equivalentClass [ a owl:Class ; owl:intersectionOf ( [ a owl:Restriction ] [ a "
       "owl:Restriction ] ) ] ."},
      {"invalid_entity_uri", "", "<https://w3id.org/zoo#> a owl:Class ; rdfs:subClassOf :Being ."},
      {"missing_superclass", "", kBat + " ; owl:disjointWith :Keeper ."},
      // OOPS!
      {"P02", "", ":Animal owl:equivalentClass :Keeper ."},
      {"P03", R"("knows"@en)", R"("is"@en)"},
      {"P04", "", kBat + " ."},
      {"P05", "rdfs:domain :Animal ; rdfs:range :Keeper .",
       "rdfs:domain :Animal ; rdfs:range :Animal ."},
      {"P06", "", ":Being rdfs:subClassOf :Keeper ."},
      {"P07", R"("keeper"@en)", R"("keeper and owner"@en)"},
      {"P08", R"("飼育員"@ja)", R"("飼育員")"},
      {"P10", ":Animal owl:disjointWith :Keeper .", ""},
      {"P11", "rdfs:domain :Animal ; rdfs:range xsd:decimal", "rdfs:domain :Animal"},
      {"P12", R"("keeps"@en)", R"("knows"@en)"},
      {"P13", " ; owl:inverseOf :childOf .\n:childOf a owl:ObjectProperty",
       " .\n:childOf a owl:ObjectProperty , owl:SymmetricProperty"},
      {"P19", "rdfs:domain :Keeper ; rdfs:range :Animal",
       "rdfs:domain :Keeper , :Animal ; rdfs:range :Animal"},
      {"P20", R"("keeper"@en)", R"("keeper who cares for every animal of the zoo"@en)"},
      {"P21", R"("keeper"@en)", R"("other"@en)"},
      {"P22", "",
       kBat + " ; rdfs:subClassOf :Animal . :big_cat a owl:Class ; rdfs:subClassOf :Animal ."},
      {"P24", "", ":Keeper owl:equivalentClass [ a owl:Class ; owl:unionOf ( :Keeper :Being ) ] ."},
      {"P25", "", ":knows owl:inverseOf :knows ."},
      {"P26", "", ":knows owl:inverseOf :keeps ."},
      {"P27", "", ":keeps owl:equivalentProperty <https://other.example/keeps> ."},
      {"P28", "rdfs:domain :Keeper ; rdfs:range :Keeper",
       "rdfs:domain :Keeper ; rdfs:range :Animal"},
      {"P29", "", ":keeps a owl:TransitiveProperty ."},
      {"P30", "", "<https://other.example/Animal> a owl:Class ; rdfs:label \"animal\"@en ."},
      {"P31", "",
       ":Animal owl:equivalentClass <https://other.example/Animal> . "
       "<https://other.example/Animal> a owl:Class ."},
      {"P32", R"("keeper"@en)", R"("animal"@en)"},
      {"P33", "", ":keeps owl:propertyChainAxiom ( :knows ) ."},
      {"P34", "rdfs:subClassOf :Being .\n:Keeper", "rdfs:subClassOf :Being , :Creature .\n:Keeper"},
      {"P35", "", ":a :sleepsNear :b ."},
      {"P36", "<https://w3id.org/zoo> a owl:Ontology", "<https://w3id.org/zoo.owl> a owl:Ontology"},
      {"P37", "<https://w3id.org/zoo> a owl:Ontology", "<https://zoo.test/ns> a owl:Ontology"},
      {"P38", "<https://w3id.org/zoo> a owl:Ontology ;", "<https://w3id.org/zoo>"},
      {"P39", "<https://w3id.org/zoo> a owl:Ontology", "<file:///zoo> a owl:Ontology"},
      {"P40", "", "<http://xmlns.com/foaf/0.1/Person> a owl:Class ; rdfs:subClassOf :Being ."},
      {"P41", "dcterms:license <https://creativecommons.org/licenses/by/4.0/> ;", ""},
  };
  return all;
}

TEST(Lint, ACleanVocabularyHasNoFindings) {
  EXPECT_EQ((std::vector<std::string>{}), findings_of(clean_text()));
}

TEST(Lint, EachFaultIsFoundExactlyOnce) {
  for (const Fault& fault : faults()) {
    std::string text = clean_text();
    if (fault.from.empty()) {
      text += fault.to + "\n";
    } else {
      const std::size_t at = text.find(fault.from);
      ASSERT_NE(std::string::npos, at) << fault.id << ": the clean vocabulary lacks " << fault.from;
      text.replace(at, fault.from.size(), fault.to);
    }
    const std::vector<std::string> found = findings_of(text);
    const auto mine = std::count_if(found.begin(), found.end(), [&](const std::string& line) {
      return line.starts_with(std::string(fault.id) + " ");
    });
    EXPECT_EQ(1, mine) << fault.id << " in:\n" << fmt::format("{}", fmt::join(found, "\n"));
  }
}

TEST(Lint, AddressesThatNobodyCanFetch) {
  const auto is_told = [](const std::string& iri) {
    std::string text = clean_text();
    const std::string own = "<https://w3id.org/zoo> a owl:Ontology";
    text.replace(text.find(own), own.size(), "<" + iri + "> a owl:Ontology");
    const std::vector<std::string> found = findings_of(text);
    return std::any_of(found.begin(), found.end(),
                       [](const std::string& line) { return line.starts_with("P37 "); });
  };
  for (const char* iri : {"http://localhost:8080/zoo", "https://intranet/zoo",
                          "http://10.1.2.3/zoo", "https://www.Example.org/zoo", "http://zoo.local",
                          "urn:zoo", "http://[fd00::1]/zoo", "file:///zoo"}) {
    EXPECT_TRUE(is_told(iri)) << iri;
  }
  for (const char* iri :
       {"https://myexample.org/zoo", "http://purl.org/zoo", "https://zoo.kr:8443#"}) {
    EXPECT_FALSE(is_told(iri)) << iri;
  }
}

TEST(Lint, EveryCheckHasItsFault) {
  std::set<std::string_view> broken;
  for (const Fault& fault : faults()) broken.insert(fault.id);
  std::set<std::string_view> checks;
  std::size_t pitfalls = 0;
  for (const LintCard* card : lint_cards()) {
    EXPECT_TRUE(checks.insert(card->id).second) << card->id << " is there twice";
    pitfalls += card->origin == "OOPS!" ? 1 : 0;
  }
  EXPECT_EQ(checks, broken);
  EXPECT_GE(pitfalls, 24U);
}

TEST(Lint, SamgaksOwnVocabularyHasNoError) {
  TermTable terms;
  RdfGraph graph(terms);
  read_rdf_file(source() / "ontology" / "schema" / "samgak.ttl", graph);
  graph.freeze();
  for (const LintFinding& f : lint(graph))
    EXPECT_NE(LintLevel::error, f.card->level) << f.card->id << " " << f.subject << " " << f.detail;
}

}  // namespace
}  // namespace samgak
