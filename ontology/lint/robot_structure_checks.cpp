// ROBOT's checks of axioms, IRIs and deprecation.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "ontology/lint/lint_context.hpp"
#include "ontology/rdf_names.hpp"

namespace samgak {

namespace {

void deprecated_boolean_datatype(const LintContext& c, LintSink& out) {
  for (const RdfTriple& t : c.graph.triples()) {
    if (t.predicate != c.deprecated) continue;
    const RdfTerm value = c.term(t.object);
    if (value.datatype != rdf_names::in(rdf_names::kXsd, "boolean"))
      out.add(t.subject, std::string(value.text));
  }
}

/// Axioms that name a term which is out of use. The deprecated term itself may keep its own.
void deprecated_reference(const LintContext& c, LintSink& out, const std::vector<TermIndex>& terms,
                          const std::vector<TermIndex>& by) {
  for (const TermIndex t : terms) {
    if (!c.is_deprecated(t)) continue;
    for (const TermIndex predicate : by) {
      for (const RdfTriple& use : c.graph.to(t, predicate)) {
        if (!c.is_deprecated(use.subject))
          out.add(t, fmt::format("{} of {}", c.local(predicate), c.local(use.subject)));
      }
    }
  }
}

void deprecated_class_reference(const LintContext& c, LintSink& out) {
  deprecated_reference(c, out, c.classes, {c.sub_class_of, c.equivalent_class, c.domain, c.range});
}

void deprecated_property_reference(const LintContext& c, LintSink& out) {
  deprecated_reference(c, out, c.properties,
                       {c.sub_property_of, c.equivalent_property, c.inverse_of,
                        c.find(rdf_names::kOwl, "onProperty")});
}

/// `dcterms:isReplacedBy` belongs to a deprecated term.
void misused_replaced_by(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.terms) {
    if (!c.graph.from(t, c.replaced_by).empty() && !c.is_deprecated(t)) out.add(t);
  }
}

constexpr std::array<std::string_view, 92> kBuiltIn{
    "AllDifferent", "AllDisjointClasses", "AllDisjointProperties", "Annotation",
    "AnnotationProperty", "AsymmetricProperty", "Axiom", "Class", "DataRange", "DatatypeProperty",
    "DeprecatedClass", "DeprecatedProperty", "FunctionalProperty", "InverseFunctionalProperty",
    "IrreflexiveProperty", "NamedIndividual", "NegativePropertyAssertion", "Nothing",
    "ObjectProperty", "Ontology", "OntologyProperty", "ReflexiveProperty", "Restriction",
    "SymmetricProperty", "Thing", "TransitiveProperty", "allValuesFrom", "annotatedProperty",
    "annotatedSource", "annotatedTarget", "assertionProperty", "backwardCompatibleWith",
    "bottomDataProperty", "bottomObjectProperty", "cardinality", "complementOf",
    "datatypeComplementOf", "deprecated", "differentFrom", "disjointUnionOf", "disjointWith",
    "distinctMembers", "equivalentClass", "equivalentProperty", "hasKey", "hasSelf", "hasValue",
    "imports", "incompatibleWith", "intersectionOf", "inverseOf", "maxCardinality",
    "maxQualifiedCardinality", "members", "minCardinality", "minQualifiedCardinality", "onClass",
    "onDataRange", "onDatatype", "onProperties", "onProperty", "oneOf", "priorVersion",
    "propertyChainAxiom", "propertyDisjointWith", "qualifiedCardinality", "rational", "real",
    "sameAs", "someValuesFrom", "sourceIndividual", "targetIndividual", "targetValue",
    "topDataProperty", "topObjectProperty", "unionOf", "versionIRI", "versionInfo",
    "withRestrictions",
    // RDF
    "type", "Property", "Statement", "subject", "predicate", "object", "first", "rest", "nil",
    "List", "value", "langString", "XMLLiteral"};

/// A term in the namespaces of RDF and OWL that these do not have.
void illegal_use_of_built_in_vocabulary(const LintContext& c, LintSink& out) {
  const auto look = [&](TermIndex t) {
    const std::string_view iri = c.term(t).text;
    if (!c.term(t).is_iri()) return;
    for (const std::string_view space : {rdf_names::kOwl, rdf_names::kRdf}) {
      if (!iri.starts_with(space) || iri.size() == space.size()) continue;
      if (std::find(kBuiltIn.begin(), kBuiltIn.end(), iri.substr(space.size())) == kBuiltIn.end())
        out.add(t);
    }
  };
  for (const RdfTriple& t : c.graph.triples()) {
    look(t.subject);
    look(t.predicate);
    look(t.object);
  }
}

void multiple_equivalent_classes(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.classes) {
    if (c.objects(t, c.equivalent_class).size() > 1) out.add(t);
  }
}

/// Definitions by expressions, which have no name.
void multiple_equivalent_class_definitions(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.classes) {
    const auto all = c.graph.from(t, c.equivalent_class);
    const auto expressions = std::count_if(all.begin(), all.end(), [&](const RdfTriple& axiom) {
      return !c.term(axiom.object).is_iri();
    });
    if (expressions > 1) out.add(t);
  }
}

void equivalent_pair(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.classes) {
    for (const TermIndex other : c.objects(t, c.equivalent_class)) {
      // Both ways say one thing, which is told once.
      const bool told = c.graph.has({other, c.equivalent_class, t}) && other < t;
      if (!told) out.add(t, std::string(c.local(other)));
    }
  }
}

/// An intersection that defines a class should name what kind of thing it is.
void equivalent_class_axiom_no_genus(const LintContext& c, LintSink& out) {
  const TermIndex intersection = c.find(rdf_names::kOwl, "intersectionOf");
  for (const TermIndex t : c.classes) {
    for (const RdfTriple& axiom : c.graph.from(t, c.equivalent_class)) {
      const TermIndex list = c.graph.object(axiom.object, intersection);
      if (list == kNoTerm) continue;
      const std::vector<TermIndex> parts = c.graph.list(list);
      const bool named = std::any_of(parts.begin(), parts.end(),
                                     [&](TermIndex part) { return c.term(part).is_iri(); });
      if (!named) out.add(t);
    }
  }
}

void invalid_entity_uri(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.terms) {
    const std::string_view iri = c.term(t).text;
    const bool web = iri.starts_with("https://") || iri.starts_with("http://");
    if (!web || iri.find_first_of(" <>\"{}|^`\\") != std::string_view::npos || c.local(t).empty())
      out.add(t);
  }
}

/// A class below nothing, beside others: a top class says so by having classes below it.
void missing_superclass(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.classes) {
    const bool top =
        c.graph.from(t, c.sub_class_of).empty() && c.graph.from(t, c.equivalent_class).empty();
    const bool used = !c.graph.to(t, c.sub_class_of).empty() || !c.graph.to(t, c.domain).empty() ||
                      !c.graph.to(t, c.range).empty();
    if (top && !used) out.add(t);
  }
}

constexpr LintLevel kError = LintLevel::error;
constexpr LintLevel kWarning = LintLevel::warning;

constexpr std::array<LintCheck, 11> kChecks{{
    {{"deprecated_boolean_datatype", "ROBOT", kError, "owl:deprecated is no xsd:boolean"},
     deprecated_boolean_datatype},
    {{"deprecated_class_reference", "ROBOT", kError, "an axiom names a deprecated class"},
     deprecated_class_reference},
    {{"deprecated_property_reference", "ROBOT", kError, "an axiom names a deprecated property"},
     deprecated_property_reference},
    {{"misused_replaced_by", "ROBOT", kError, "a term in use is said to be replaced"},
     misused_replaced_by},
    {{"illegal_use_of_built_in_vocabulary", "ROBOT", kError, "RDF or OWL have no such term"},
     illegal_use_of_built_in_vocabulary},
    {{"multiple_equivalent_classes", "ROBOT", kError,
      "a class is equivalent to several named ones"},
     multiple_equivalent_classes},
    {{"multiple_equivalent_class_definitions", "ROBOT", kError,
      "a class is defined by several expressions"},
     multiple_equivalent_class_definitions},
    {{"equivalent_pair", "ROBOT", kWarning, "two named classes are equivalent"}, equivalent_pair},
    {{"equivalent_class_axiom_no_genus", "ROBOT", kWarning,
      "a definition by intersection names no class"},
     equivalent_class_axiom_no_genus},
    {{"invalid_entity_uri", "ROBOT", kWarning, "a term's IRI is not fit for the Web"},
     invalid_entity_uri},
    {{"missing_superclass", "ROBOT", LintLevel::info, "a class stands by itself"},
     missing_superclass},
}};

}  // namespace

std::span<const LintCheck> robot_structure_checks() {
  return kChecks;
}

}  // namespace samgak
