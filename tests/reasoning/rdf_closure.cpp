// Prints what follows from RDF files by Samgak's rules, as N-Triples: for
// tests/ontology_schema/check_reasoning.py, which compares it with other reasoners.
#include <fmt/format.h>

#include <cstdio>

#include "ontology/rdf_names.hpp"
#include "ontology/turtle_reader.hpp"
#include "reasoning/closure.hpp"

int main(int argc, char** argv) {
  samgak::TermTable terms;
  samgak::RdfGraph graph(terms);
  for (int i = 1; i < argc; ++i) samgak::read_rdf_file(argv[i], graph);
  graph.freeze();
  const samgak::RuleSet rules = samgak::read_rules(graph);
  samgak::Closure closure(rules, terms.iri(samgak::rdf_names::kType));
  for (const samgak::RdfTriple& t : graph.triples()) closure.add(t);
  closure.run(10'000'000);
  for (const samgak::Fact& fact : closure.facts()) {
    // By its range a literal has a type, which RDF cannot say.
    if (closure.is_auxiliary(fact) || terms[fact.triple.subject].is_literal()) continue;
    fmt::print("{} {} {} .\n", terms.ntriples(fact.triple.subject),
               terms.ntriples(fact.triple.predicate), terms.ntriples(fact.triple.object));
  }
  return 0;
}
