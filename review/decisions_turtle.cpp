#include "review/decisions_turtle.hpp"

#include <array>
#include <utility>

#include "ontology/rdf_graph.hpp"
#include "ontology/rdf_names.hpp"
#include "ontology/turtle_reader.hpp"

namespace samgak::review {
namespace {

constexpr std::string_view kAnnotations = "http://www.w3.org/ns/oa#";
/// Only resolves `<#decision-1>`; nobody sees it.
constexpr std::string_view kBase = "urn:samgak:decisions";

struct Property {
  std::string_view space;
  std::string_view name;
  std::string Decision::*field;
};

constexpr std::array<Property, 6> kProperties{{
    {rdf_names::kDcterms, "identifier", &Decision::item},
    {rdf_names::kRdfs, "label", &Decision::label},
    {kAnnotations, "bodyValue", &Decision::verdict},
    {rdf_names::kRdfs, "comment", &Decision::comment},
    {rdf_names::kDcterms, "creator", &Decision::reviewer},
    {rdf_names::kProv, "generatedAtTime", &Decision::at},
}};

}  // namespace

std::vector<Decision> decisions_of_turtle(const std::string& text, const std::string& name) {
  TermTable terms;
  RdfGraph graph(terms);
  read_rdf(text, RdfSyntax::turtle, name, kBase, graph);
  graph.freeze();
  const TermIndex type = terms.iri(rdf_names::kType);
  const TermIndex annotation = terms.iri(rdf_names::in(kAnnotations, "Annotation"));
  std::vector<Decision> out;
  // Terms have their numbers in the order of the text, and triples are sorted by them.
  for (const RdfTriple& triple : graph.triples()) {
    if (triple.predicate != type || triple.object != annotation) continue;
    Decision& decision = out.emplace_back();
    for (const auto& [space, local, field] : kProperties) {
      const TermIndex value = graph.object(triple.subject, terms.iri(rdf_names::in(space, local)));
      if (value != kNoTerm) decision.*field = std::string(graph.term(value).text);
    }
  }
  return out;
}

}  // namespace samgak::review
