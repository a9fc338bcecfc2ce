// Pitfalls of OOPS! about properties.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_set>

#include "ontology/lint/lint_context.hpp"
#include "ontology/rdf_names.hpp"

namespace samgak {

namespace {

/// Is one of the two classes above the other, or are they the same? True as well where either is
/// not said.
bool related(const LintContext& c, TermIndex a, TermIndex b) {
  return a == kNoTerm || b == kNoTerm || c.ancestors(a, c.sub_class_of).contains(b) ||
         c.ancestors(b, c.sub_class_of).contains(a);
}

TermIndex first(const LintContext& c, TermIndex t, TermIndex property) {
  const std::vector<TermIndex> all = c.objects(t, property);
  return all.empty() ? kNoTerm : all.front();
}

bool is_symmetric(const LintContext& c, TermIndex t) {
  return c.is_a(t, "SymmetricProperty");
}

void wrong_inverse(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.object_properties) {
    for (const TermIndex other : c.objects(t, c.inverse_of)) {
      // Both ways say one thing, which is told once; its own inverse is another pitfall.
      if (other == t || (other < t && c.graph.has({other, c.inverse_of, t}))) continue;
      const bool fits = related(c, first(c, t, c.domain), first(c, other, c.range)) &&
                        related(c, first(c, t, c.range), first(c, other, c.domain));
      if (!fits) out.add(t, std::string(c.local(other)));
    }
  }
}

void missing_domain_or_range(const LintContext& c, LintSink& out) {
  std::vector<TermIndex> properties = c.object_properties;
  properties.insert(properties.end(), c.datatype_properties.begin(), c.datatype_properties.end());
  for (const TermIndex t : properties) {
    std::string missing;
    if (c.graph.from(t, c.domain).empty()) missing = "domain";
    if (c.graph.from(t, c.range).empty()) missing += missing.empty() ? "range" : ", range";
    if (!missing.empty()) out.add(t, "no " + missing);
  }
}

void undeclared_inverse(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.object_properties) {
    if (c.graph.from(t, c.inverse_of).empty() && c.graph.to(t, c.inverse_of).empty() &&
        !is_symmetric(c, t))
      out.add(t);
  }
}

void several_domains_or_ranges(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.properties) {
    for (const TermIndex property : {c.domain, c.range}) {
      const std::size_t count = c.graph.from(t, property).size();
      if (count > 1) out.add(t, fmt::format("{} {}s: an intersection", count, c.local(property)));
    }
  }
}

void inverse_of_itself(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.object_properties) {
    if (c.graph.has({t, c.inverse_of, t})) out.add(t);
  }
}

void inverse_of_symmetric(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.object_properties) {
    const bool inverse =
        !c.graph.from(t, c.inverse_of).empty() || !c.graph.to(t, c.inverse_of).empty();
    if (is_symmetric(c, t) && inverse) out.add(t);
  }
}

void wrong_equivalent_property(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.properties) {
    for (const TermIndex other : c.objects(t, c.equivalent_property)) {
      if (!c.is_own(other)) {
        out.add(t, fmt::format("of another vocabulary: {}", c.term(other).text));
      } else if (!related(c, first(c, t, c.domain), first(c, other, c.domain)) ||
                 !related(c, first(c, t, c.range), first(c, other, c.range))) {
        out.add(t, std::string(c.local(other)));
      }
    }
  }
}

void wrong_symmetric(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.object_properties) {
    if (is_symmetric(c, t) && first(c, t, c.domain) != first(c, t, c.range)) out.add(t);
  }
}

/// What a step leads to must be able to take the next one.
void wrong_transitive(const LintContext& c, LintSink& out) {
  for (const TermIndex t : c.object_properties) {
    if (c.is_a(t, "TransitiveProperty") && !related(c, first(c, t, c.domain), first(c, t, c.range)))
      out.add(t);
  }
}

void chain_of_one(const LintContext& c, LintSink& out) {
  const TermIndex chain = c.find(rdf_names::kOwl, "propertyChainAxiom");
  for (const TermIndex t : c.object_properties) {
    for (const RdfTriple& axiom : c.graph.from(t, chain)) {
      if (c.graph.list(axiom.object).size() < 2) out.add(t);
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

void untyped_property(const LintContext& c, LintSink& out) {
  std::unordered_set<TermIndex> seen;
  const auto look = [&](TermIndex t) {
    if (!c.term(t).is_iri() || is_built_in(c.term(t).text) || !seen.insert(t).second) return;
    for (const TermIndex kind : c.objects(t, c.type)) {
      if (c.term(kind).text.ends_with("Property")) return;
    }
    out.add(t);
  };
  const TermIndex on_property = c.find(rdf_names::kOwl, "onProperty");
  for (const RdfTriple& t : c.graph.triples()) {
    look(t.predicate);
    if (t.predicate == c.sub_property_of || t.predicate == c.inverse_of ||
        t.predicate == c.equivalent_property || t.predicate == on_property)
      look(t.object);
  }
}

constexpr LintLevel kCritical = LintLevel::error;
constexpr LintLevel kImportant = LintLevel::warning;
constexpr LintLevel kMinor = LintLevel::info;

constexpr std::array<LintCheck, 11> kChecks{{
    {{"P05", "OOPS!", kCritical, "domain and range do not swap between inverses"}, wrong_inverse},
    {{"P11", "OOPS!", kImportant, "a property has no domain or no range"}, missing_domain_or_range},
    {{"P13", "OOPS!", kMinor, "a relation has no inverse and is not symmetric"},
     undeclared_inverse},
    {{"P19", "OOPS!", kCritical, "several domains or ranges mean their intersection"},
     several_domains_or_ranges},
    {{"P25", "OOPS!", kImportant, "a relation is its own inverse; symmetric is meant"},
     inverse_of_itself},
    {{"P26", "OOPS!", kImportant, "a symmetric relation has an inverse"}, inverse_of_symmetric},
    {{"P27", "OOPS!", kCritical, "equivalent properties that are not"}, wrong_equivalent_property},
    {{"P28", "OOPS!", kCritical, "a symmetric relation between different classes"},
     wrong_symmetric},
    {{"P29", "OOPS!", kCritical, "a transitive relation whose steps cannot follow each other"},
     wrong_transitive},
    {{"P33", "OOPS!", kMinor, "a property chain of one property"}, chain_of_one},
    {{"P35", "OOPS!", kImportant, "a property is used and not declared"}, untyped_property},
}};

}  // namespace

std::span<const LintCheck> oops_property_checks() {
  return kChecks;
}

}  // namespace samgak
