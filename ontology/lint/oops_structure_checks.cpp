// Pitfalls of OOPS! about classes and how terms hang together.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_set>

#include "ontology/lint/lint_context.hpp"
#include "ontology/rdf_names.hpp"

namespace samgak {

namespace {

/// Two classes of one vocabulary that are said to be the same: a synonym belongs into a label.
void synonyms_as_classes(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.classes) {
    for (const TermIndex other : c.objects(t, c.equivalent_class)) {
      const bool told = other < t && c.graph.has({other, c.equivalent_class, t});
      if (c.is_own(other) && !told) out.add(t, std::string(c.local(other)));
    }
  }
}

/// A term that no axiom ties to another. Annotation properties are tied to nothing by nature.
void unconnected(const LintContext& c, LintSink& out) {
  std::vector<TermIndex> terms = c.classes;
  terms.insert(terms.end(), c.object_properties.begin(), c.object_properties.end());
  terms.insert(terms.end(), c.datatype_properties.begin(), c.datatype_properties.end());
  const std::array<TermIndex, 8> axioms{
      c.sub_class_of,     c.sub_property_of,     c.domain,       c.range, c.inverse_of,
      c.equivalent_class, c.equivalent_property, c.disjoint_with};
  for (const TermIndex t : terms) {
    bool tied = false;
    for (const TermIndex axiom : axioms)
      tied = tied || !c.graph.from(t, axiom).empty() || !c.graph.to(t, axiom).empty();
    for (const RdfTriple& use : c.graph.to(t)) tied = tied || !c.term(use.subject).is_iri();
    if (!tied) out.add(t);
  }
}

/// Everything below `t`, without `t` itself unless a circle leads back to it.
std::unordered_set<TermIndex> below(const LintContext& c, TermIndex t) {
  std::unordered_set<TermIndex> seen;
  std::vector<TermIndex> open{t};
  while (!open.empty()) {
    const TermIndex next = open.back();
    open.pop_back();
    for (const RdfTriple& axiom : c.graph.to(next, c.sub_class_of)) {
      if (seen.insert(axiom.subject).second) open.push_back(axiom.subject);
    }
  }
  return seen;
}

/// Each circle once, under its first class.
void circle_of_classes(const LintContext& c, LintSink& out) {
  std::unordered_set<TermIndex> told;
  for (const TermIndex t : c.classes) {
    if (told.contains(t) || c.graph.from(t, c.sub_class_of).empty()) continue;
    const std::unordered_set<TermIndex> lower = below(c, t);
    if (!lower.contains(t)) continue;
    for (const TermIndex above : c.ancestors(t, c.sub_class_of)) {
      if (lower.contains(above)) told.insert(above);
    }
    out.add(t);
  }
}

void no_disjointness(const LintContext& c, LintSink& out) {
  const bool any =
      !c.graph.to(c.find(rdf_names::kOwl, "AllDisjointClasses"), c.type).empty() ||
      std::any_of(c.graph.triples().begin(), c.graph.triples().end(), [&](const RdfTriple& t) {
        return t.predicate == c.disjoint_with ||
               t.predicate == c.find(rdf_names::kOwl, "disjointUnionOf");
      });
  if (!any && c.classes.size() > 1) out.add(c.ontology);
}

/// A class that stands inside the expression which defines it.
void recursive_definition(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.classes) {
    std::unordered_set<TermIndex> seen;
    std::vector<TermIndex> open;
    for (const RdfTriple& axiom : c.graph.from(t, c.equivalent_class)) open.push_back(axiom.object);
    bool found = false;
    while (!open.empty() && !found) {
      const TermIndex next = open.back();
      open.pop_back();
      if (c.term(next).kind != RdfTerm::Kind::blank || !seen.insert(next).second) continue;
      for (const RdfTriple& part : c.graph.from(next)) {
        found = found || part.object == t;
        open.push_back(part.object);
      }
    }
    if (found) out.add(t);
  }
}

void wrong_equivalent_class(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.classes) {
    for (const TermIndex other : c.objects(t, c.equivalent_class)) {
      if (!c.is_own(other)) {
        out.add(t, fmt::format("of another vocabulary: {}", c.term(other).text));
      } else if (c.ancestors(t, c.sub_class_of).contains(other) ||
                 c.ancestors(other, c.sub_class_of).contains(t)) {
        out.add(t, fmt::format("{} is above or below it", c.local(other)));
      }
    }
  }
}

bool is_built_in(std::string_view iri) {
  for (const std::string_view space :
       {rdf_names::kRdf, rdf_names::kRdfs, rdf_names::kOwl, rdf_names::kXsd}) {
    if (iri.starts_with(space)) return true;
  }
  return false;
}

void untyped_class(const LintContext& c, LintSink& out) {
  std::unordered_set<TermIndex> seen;
  for (const RdfTriple& t : c.graph.triples()) {
    const bool class_stands_here = t.predicate == c.sub_class_of || t.predicate == c.domain ||
                                   t.predicate == c.range || t.predicate == c.disjoint_with ||
                                   t.predicate == c.equivalent_class || t.predicate == c.type;
    if (!class_stands_here || !c.term(t.object).is_iri() || is_built_in(c.term(t.object).text))
      continue;
    if (seen.insert(t.object).second && c.objects(t.object, c.type).empty()) out.add(t.object);
  }
}

/// Axioms about terms that belong to somebody else. To declare such a term is no axiom.
void namespace_hijacking(const LintContext& c, LintSink& out) {
  if (c.own_namespace.empty()) return;
  const std::array<TermIndex, 8> axioms{
      c.sub_class_of,     c.sub_property_of,     c.domain,       c.range, c.inverse_of,
      c.equivalent_class, c.equivalent_property, c.disjoint_with};
  for (const RdfTriple& t : c.graph.triples()) {
    if (!c.term(t.subject).is_iri() || c.is_own(t.subject)) continue;
    if (std::find(axioms.begin(), axioms.end(), t.predicate) != axioms.end())
      out.add(t.subject, std::string(c.local(t.predicate)));
  }
}

constexpr LintLevel kCritical = LintLevel::error;
constexpr LintLevel kImportant = LintLevel::warning;
constexpr LintLevel kMinor = LintLevel::info;

constexpr std::array<LintCheck, 8> kChecks{{
    {{"P02", "OOPS!", kMinor, "a synonym is a class of its own"}, synonyms_as_classes},
    {{"P04", "OOPS!", kMinor, "no axiom ties the term to another"}, unconnected},
    {{"P06", "OOPS!", kCritical, "classes are below each other in a circle"}, circle_of_classes},
    {{"P10", "OOPS!", kImportant, "no classes are said to be disjoint"}, no_disjointness},
    {{"P24", "OOPS!", kImportant, "a class is defined by itself"}, recursive_definition},
    {{"P31", "OOPS!", kCritical, "equivalent classes that are not"}, wrong_equivalent_class},
    {{"P34", "OOPS!", kImportant, "a class is used and not declared"}, untyped_class},
    {{"P40", "OOPS!", kCritical, "axioms about terms of another namespace"}, namespace_hijacking},
}};

}  // namespace

std::span<const LintCheck> oops_structure_checks() {
  return kChecks;
}

}  // namespace samgak
