#include "review/decisions.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "text/diagnostic.hpp"

namespace samgak::review {
namespace {

std::vector<Decision> read(const std::string& text) {
  std::istringstream in(text);
  return read_decisions(in, "file");
}

const Decision kAccepted{"class:Meeting", "회의, \"모임\"", "accept",
                         "두 줄\n의견",   "홍길동",         "2031-05-02T01:02:03.000Z"};
const Decision kFormula{"node:x", "=1+1", "reject", "'그대로", "", ""};

TEST(Decisions, JsonAsThePageWritesIt) {
  const std::vector<Decision> found = read(R"({"graph":"g","decisions":[
    {"item":"class:Meeting","label":"회의, \"모임\"","verdict":"accept","comment":"두 줄\n의견",
     "reviewer":"홍길동","at":"2031-05-02T01:02:03.000Z"},
    {"item":"node:x","label":"=1+1","verdict":"reject","comment":"'그대로"}]})");
  EXPECT_EQ(found, (std::vector<Decision>{kAccepted, kFormula}));
}

TEST(Decisions, CsvAsThePageWritesIt) {
  const std::vector<Decision> found = read(
      "\xEF\xBB\xBFitem,label,verdict,comment,reviewer,at\r\n"
      "\"class:Meeting\",\"회의, \"\"모임\"\"\",\"accept\",\"두 줄\n의견\",\"홍길동\","
      "\"2031-05-02T01:02:03.000Z\"\r\n"
      "\"node:x\",\"'=1+1\",\"reject\",\"''그대로\",\"\",\"\"\r\n");
  EXPECT_EQ(found, (std::vector<Decision>{kAccepted, kFormula}));
}

TEST(Decisions, TurtleAsThePageWritesIt) {
  const std::vector<Decision> found = read(R"(@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<> dcterms:source "g" ; dcterms:hasVersion "1" .

<#decision-1> a oa:Annotation , prov:Entity ;
  oa:motivatedBy oa:assessing ;
  dcterms:identifier "class:Meeting" ;
  rdfs:label "회의, \"모임\"" ;
  oa:bodyValue "accept" ;
  rdfs:comment "두 줄\n의견" ;
  dcterms:creator "홍길동" ;
  prov:generatedAtTime "2031-05-02T01:02:03.000Z"^^xsd:dateTime .

<#decision-2> a oa:Annotation , prov:Entity ;
  oa:motivatedBy oa:assessing ;
  dcterms:identifier "node:x" ;
  rdfs:label "=1+1" ;
  oa:bodyValue "reject" ;
  rdfs:comment "'그대로" .
)");
  EXPECT_EQ(found, (std::vector<Decision>{kAccepted, kFormula}));
}

TEST(Decisions, ASpreadsheetMayReorderColumnsAndDropMarks) {
  const std::vector<Decision> found =
      read("verdict,item,more,label,comment,reviewer,at\naccept,class:Meeting,x,회의,,,\n\n");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].item, "class:Meeting");
  EXPECT_EQ(found[0].label, "회의");
}

TEST(Decisions, TheLaterOfTwoCounts) {
  const std::vector<Decision> found = read(
      R"({"decisions":[{"item":"a","verdict":"accept"},{"item":"b","verdict":"accept"},{"item":"a","verdict":"reject"}]})");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].verdict, "reject");
}

TEST(Decisions, WhatIsNoSuchFileIsRefusedWithItsPlace) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"{", "no JSON"},
      {"{}", "has no list"},
      {"{\"decisions\":[1]}", "must be an object"},
      {"{\"decisions\":[{\"item\":\"a\",\"verdict\":\"maybe\"}]}", "a verdict is"},
      {"{\"decisions\":[{\"verdict\":\"accept\"}]}", "needs an “item”"},
      {"{\"decisions\":[{\"item\":1}]}", "must be a string"},
      {"", "has no column"},
      {"a,b\n", "has no column"},
      {"item,label,verdict,comment,reviewer,at\nx,y\n", "file:2: has another number"},
      {"item,label,verdict,comment,reviewer,at\n\"a\nb\",l,,c,r,t\n,l,,c,r,t\n",
       "file:4: a decision"},
      {"@prefix a: <http://a/> .\na:b a:c .\n", "file:2: "},
      {"@prefix a: <http://a/> .\na:b a:c a:d .\n", "has no decision"},
      {"<#a> a <http://www.w3.org/ns/oa#Annotation> .\n", "needs an “item”"},
      {"\xFF", "is not UTF-8"}};
  for (const auto& [text, message] : rows) {
    try {
      read(text);
      ADD_FAILURE() << text;
    } catch (const LoadError& error) {
      EXPECT_NE(std::string(error.what()).find(message), std::string::npos) << error.what();
    }
  }
}

}  // namespace
}  // namespace samgak::review
