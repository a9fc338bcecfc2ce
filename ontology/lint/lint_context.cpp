#include "ontology/lint/lint_context.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ontology/rdf_names.hpp"

namespace samgak {

namespace {

using rdf_names::in;

constexpr std::string_view kVann = "http://purl.org/vocab/vann/";

/// IRIs that are instances of one of the classes of OWL and RDFS.
std::vector<TermIndex> declared(const LintContext& c, const std::vector<std::string>& kinds) {
  std::vector<TermIndex> out;
  for (const std::string& kind : kinds) {
    for (const RdfTriple& t : c.graph.to(c.graph.terms().find_iri(kind), c.type)) {
      if (c.term(t.subject).is_iri() && c.is_own(t.subject)) out.push_back(t.subject);
    }
  }
  std::sort(out.begin(), out.end(),
            [&](TermIndex a, TermIndex b) { return c.term(a).text < c.term(b).text; });
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

LintContext::LintContext(const RdfGraph& vocabulary) : graph(vocabulary) {
  type = graph.terms().find_iri(rdf_names::kType);
  label = find(rdf_names::kRdfs, "label");
  comment = find(rdf_names::kRdfs, "comment");
  definition = find(rdf_names::kSkos, "definition");
  alt_label = find(rdf_names::kSkos, "altLabel");
  hidden_label = find(rdf_names::kSkos, "hiddenLabel");
  deprecated = find(rdf_names::kOwl, "deprecated");
  replaced_by = find(rdf_names::kDcterms, "isReplacedBy");
  sub_class_of = find(rdf_names::kRdfs, "subClassOf");
  sub_property_of = find(rdf_names::kRdfs, "subPropertyOf");
  domain = find(rdf_names::kRdfs, "domain");
  range = find(rdf_names::kRdfs, "range");
  inverse_of = find(rdf_names::kOwl, "inverseOf");
  equivalent_class = find(rdf_names::kOwl, "equivalentClass");
  equivalent_property = find(rdf_names::kOwl, "equivalentProperty");
  disjoint_with = find(rdf_names::kOwl, "disjointWith");
  const auto headers = graph.to(find(rdf_names::kOwl, "Ontology"), type);
  if (!headers.empty()) ontology = headers.front().subject;
  if (ontology != kNoTerm) {
    own_namespace = term(ontology).text;
    for (const RdfTerm& named : texts(ontology, find(kVann, "preferredNamespaceUri")))
      own_namespace = named.text;
    for (const RdfTerm& spoken : texts(ontology, find(rdf_names::kDcterms, "language")))
      languages.emplace_back(spoken.text);
    std::sort(languages.begin(), languages.end());
  }
  classes = declared(*this, {in(rdf_names::kOwl, "Class"), in(rdf_names::kRdfs, "Class")});
  object_properties = declared(*this, {in(rdf_names::kOwl, "ObjectProperty")});
  datatype_properties = declared(*this, {in(rdf_names::kOwl, "DatatypeProperty")});
  properties = declared(
      *this, {in(rdf_names::kOwl, "ObjectProperty"), in(rdf_names::kOwl, "DatatypeProperty"),
              in(rdf_names::kOwl, "AnnotationProperty"), in(rdf_names::kRdf, "Property")});
  terms = classes;
  terms.insert(terms.end(), properties.begin(), properties.end());
}

TermIndex LintContext::find(std::string_view space, std::string_view name) const {
  return graph.terms().find_iri(in(space, name));
}

bool LintContext::is_own(TermIndex t) const {
  return own_namespace.empty() || term(t).text.starts_with(own_namespace);
}

bool LintContext::is_a(TermIndex t, std::string_view owl_class) const {
  return graph.has({t, type, find(rdf_names::kOwl, owl_class)});
}

bool LintContext::is_deprecated(TermIndex t) const {
  for (const RdfTerm& value : texts(t, deprecated)) {
    if (value.text == "true" || value.text == "1") return true;
  }
  return false;
}

std::string_view LintContext::local(TermIndex t) const {
  const std::string_view iri = term(t).text;
  return iri.substr(iri.find_last_of("/#") + 1);
}

std::vector<RdfTerm> LintContext::texts(TermIndex t, TermIndex property) const {
  std::vector<RdfTerm> out;
  for (const RdfTriple& triple : graph.from(t, property)) {
    if (term(triple.object).is_literal()) out.push_back(term(triple.object));
  }
  return out;
}

std::vector<RdfTerm> LintContext::definitions(TermIndex t) const {
  std::vector<RdfTerm> out = texts(t, definition);
  return out.empty() ? texts(t, comment) : out;
}

std::vector<TermIndex> LintContext::objects(TermIndex t, TermIndex property) const {
  std::vector<TermIndex> out;
  for (const RdfTriple& triple : graph.from(t, property)) {
    if (term(triple.object).is_iri()) out.push_back(triple.object);
  }
  return out;
}

std::unordered_set<TermIndex> LintContext::ancestors(TermIndex t, TermIndex property) const {
  std::unordered_set<TermIndex> seen{t};
  std::vector<TermIndex> open{t};
  while (!open.empty()) {
    const TermIndex next = open.back();
    open.pop_back();
    for (const TermIndex parent : objects(next, property)) {
      if (seen.insert(parent).second) open.push_back(parent);
    }
  }
  return seen;
}

std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

void report_shared_texts(const LintContext& context, const TermsByText& texts, LintSink& out) {
  for (const auto& [text, terms] : texts) {
    if (terms.size() < 2) continue;
    std::string others;
    for (std::size_t i = 1; i < terms.size(); ++i)
      others += fmt::format(" {}", context.local(terms[i]));
    out.add(terms.front(), fmt::format("«{}»@{} is also of{}", text.first, text.second, others));
  }
}

}  // namespace samgak
