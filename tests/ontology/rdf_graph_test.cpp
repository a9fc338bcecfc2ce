#include "ontology/rdf_graph.hpp"

#include <gtest/gtest.h>

#include <string>

#include "ontology/turtle_reader.hpp"
#include "text/diagnostic.hpp"

namespace samgak {
namespace {

std::string fault(const std::string& text, RdfSyntax syntax = RdfSyntax::turtle) {
  TermTable terms;
  RdfGraph graph(terms);
  try {
    read_rdf(text, syntax, "x.ttl", "", graph);
  } catch (const LoadError& error) {
    return error.what();
  }
  return "none";
}

TEST(Turtle, NamesTheLineOfAFault) {
  EXPECT_EQ("none", fault("<a:s> <a:p> <a:o> ."));
  EXPECT_TRUE(fault("<a:s> <a:p> <a:o> .\n<a:s> <a:p> ").starts_with("x.ttl:2: "))
      << fault("<a:s> <a:p> <a:o> .\n<a:s> <a:p> ");
  EXPECT_EQ("x.ttl: unknown prefix in «x:p»", fault("<a:s> x:p <a:o> ."));
  EXPECT_EQ("x.ttl:1: this is no UTF-8 text", fault("<a:s> <a:p> \"\xFF\" ."));
}

TEST(Turtle, BracketsDoNotUseUpTheStack) {
  EXPECT_EQ("x.ttl:1: brackets nest too deep", fault("<a:s> <a:p> " + std::string(1'000'000, '[')));
  EXPECT_EQ("x.ttl:1: brackets nest too deep",
            fault("<a:s> <a:p> " + std::string(1'000'000, '('), RdfSyntax::trig));
}

TEST(RdfGraph, FindsTriplesFromBothEnds) {
  TermTable terms;
  RdfGraph graph(terms);
  read_rdf("@prefix : <a:> . :s :p :o , :x ; :q :o . :t :p :o ; :l ( :1 :2 ) , \"가\"@KO , 1.5 .",
           RdfSyntax::turtle, "x", "", graph);
  read_rdf("@prefix : <a:> . :s :p :o . _:b :p :o .", RdfSyntax::turtle, "x", "", graph);
  read_rdf("@prefix : <a:> . _:b :p :o .", RdfSyntax::turtle, "x", "", graph);
  graph.freeze();
  const TermIndex s = terms.find_iri("a:s");
  const TermIndex p = terms.find_iri("a:p");
  const TermIndex o = terms.find_iri("a:o");
  EXPECT_EQ(3U, graph.from(s).size());
  EXPECT_EQ(2U, graph.from(s, p).size());
  EXPECT_EQ(4U, graph.to(o, p).size()) << "blank nodes of two texts are two";
  EXPECT_TRUE(graph.has({s, p, o}));
  EXPECT_FALSE(graph.has({o, p, s}));
  EXPECT_TRUE(graph.from(kNoTerm).empty());
  EXPECT_EQ(kNoTerm, terms.find_iri("a:none"));
  const TermIndex t = terms.find_iri("a:t");
  std::string all;
  for (const RdfTriple& triple : graph.from(t, terms.find_iri("a:l"))) {
    if (graph.term(triple.object).is_literal()) all += terms.ntriples(triple.object) + " ";
    if (graph.term(triple.object).kind == RdfTerm::Kind::blank) {
      EXPECT_EQ(2U, graph.list(triple.object).size());
    }
  }
  EXPECT_EQ("\"가\"@ko \"1.5\"^^<http://www.w3.org/2001/XMLSchema#decimal> ", all);
}

TEST(RdfGraph, AListInCirclesEnds) {
  TermTable terms;
  RdfGraph graph(terms);
  read_rdf(
      "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . <a:l> rdf:first <a:x> ; "
      "rdf:rest <a:l> .",
      RdfSyntax::turtle, "x", "", graph);
  graph.freeze();
  EXPECT_EQ(1U, graph.list(terms.find_iri("a:l")).size());
}

}  // namespace
}  // namespace samgak
