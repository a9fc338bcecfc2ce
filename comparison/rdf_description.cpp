#include "comparison/rdf_description.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "comparison/blank_labels.hpp"
#include "ontology/rdf_names.hpp"
#include "text/diagnostic.hpp"

namespace samgak {
namespace {

using rdf_names::in;

constexpr int kDeepest = 100;

class Describer {
 public:
  Describer(const RdfGraph& graph, const RdfPrefixes& prefixes)
      : graph_(graph),
        prefixes_(prefixes),
        labels_(blank_labels(graph_)),
        first_(graph_.terms().find_iri(rdf_names::kFirst)),
        rest_(graph_.terms().find_iri(rdf_names::kRest)),
        nil_(graph_.terms().find_iri(rdf_names::kNil)),
        type_(graph_.terms().find_iri(rdf_names::kType)) {}

  std::map<std::string, RdfDescription> run() {
    std::map<std::string, RdfDescription> out;
    TermIndex last = kNoTerm;
    for (const RdfTriple& triple : graph_.triples()) {
      if (triple.subject == last) continue;
      last = triple.subject;
      const bool within = is_anonymous(last) && !graph_.to(last).empty();
      if (within) continue;
      RdfDescription description = described(last);
      // Two axioms that say the same are one.
      out.emplace(is_anonymous(last) ? node_text(last, 0) : value_text(last, 0),
                  std::move(description));
    }
    return out;
  }

 private:
  /// A blank node that is written where it is mentioned.
  [[nodiscard]] bool is_anonymous(TermIndex term) const {
    return graph_.term(term).kind == RdfTerm::Kind::blank && !labels_.contains(term);
  }

  RdfDescription described(TermIndex subject) const {
    RdfDescription out;
    const RdfTerm term = graph_.term(subject);
    if (term.is_iri()) out.iri = term.text;
    out.what = what_is(subject);
    for (const RdfTriple& triple : graph_.from(subject)) {
      const RdfTerm object = graph_.term(triple.object);
      std::string field = value_text(triple.predicate, 0);
      if (!object.language.empty()) field += fmt::format("@{}", object.language);
      RdfValues& values = out.fields[field];
      values.property = graph_.term(triple.predicate).text;
      values.values.push_back(value_text(triple.object, 0));
      const std::vector<TermIndex> members =
          is_list(triple.object) ? graph_.list(triple.object) : std::vector{triple.object};
      for (const TermIndex member : members) values.members.push_back(value_text(member, 0));
    }
    for (auto& [field, values] : out.fields) {
      std::sort(values.values.begin(), values.values.end());
      std::sort(values.members.begin(), values.members.end());
    }
    out.label = name_of(subject);
    return out;
  }

  [[nodiscard]] std::string name_of(TermIndex subject) const {
    std::string ko;
    std::string en;
    for (const std::string& property :
         {in(rdf_names::kRdfs, "label"), in(rdf_names::kShacl, "name"),
          in(rdf_names::kDcterms, "title")}) {
      for (const RdfTriple& t : graph_.from(subject, graph_.terms().find_iri(property))) {
        const RdfTerm text = graph_.term(t.object);
        if (text.language == "ko" && ko.empty()) ko = text.text;
        if (text.language != "ko" && (en.empty() || text.language == "en")) en = text.text;
      }
    }
    return ko.empty() || en.empty() ? ko + en : fmt::format("{} / {}", ko, en);
  }

  [[nodiscard]] bool is_a(TermIndex subject, std::string_view space, std::string_view name) const {
    return graph_.has({subject, type_, graph_.terms().find_iri(in(space, name))});
  }

  [[nodiscard]] ChangeOf what_is(TermIndex subject) const {
    struct Kind {
      std::string_view space;
      std::string_view name;
      ChangeOf what;
    };
    static constexpr std::array<Kind, 9> kKinds{{
        {rdf_names::kOwl, "Ontology", ChangeOf::header},
        {rdf_names::kShacl, "NodeShape", ChangeOf::shape},
        {rdf_names::kShacl, "PropertyShape", ChangeOf::shape},
        {rdf_names::kOwl, "Class", ChangeOf::term_class},
        {rdf_names::kRdfs, "Class", ChangeOf::term_class},
        {rdf_names::kOwl, "ObjectProperty", ChangeOf::relation},
        {rdf_names::kOwl, "DatatypeProperty", ChangeOf::property},
        {rdf_names::kOwl, "AnnotationProperty", ChangeOf::property},
        {rdf_names::kRdf, "Property", ChangeOf::property},
    }};
    for (const Kind& kind : kKinds) {
      if (is_a(subject, kind.space, kind.name)) return kind.what;
    }
    return graph_.term(subject).is_iri() ? ChangeOf::term : ChangeOf::axiom;
  }

  /// A collection that is written in round brackets: each of its nodes has a first, a rest and
  /// nothing else.
  [[nodiscard]] bool is_list(TermIndex head) const {
    if (nil_ == kNoTerm) return false;
    while (head != nil_) {
      if (head == kNoTerm || !is_anonymous(head)) return false;
      const std::span<const RdfTriple> said = graph_.from(head);
      if (said.size() != 2 || graph_.from(head, first_).size() != 1) return false;
      head = graph_.object(head, rest_);
    }
    return true;
  }

  /// Depth is bounded, so the stack is too.
  std::string value_text(TermIndex term, int depth) const {
    const RdfTerm value = graph_.term(term);
    switch (value.kind) {
      case RdfTerm::Kind::iri:
        return prefixes_.shorten(value.text);
      case RdfTerm::Kind::literal:
        return literal_text(term, value);
      case RdfTerm::Kind::blank:
        break;
    }
    const auto label = labels_.find(term);
    return label == labels_.end() ? node_text(term, depth) : label->second;
  }

  std::string literal_text(TermIndex term, const RdfTerm& value) const {
    if (!value.language.empty()) return std::string(value.text);
    if (value.datatype == in(rdf_names::kXsd, "boolean") ||
        value.datatype == in(rdf_names::kXsd, "integer")) {
      return std::string(value.text);
    }
    std::string text = graph_.terms().ntriples(term);
    if (value.datatype != rdf_names::kXsdString) {
      text.erase(text.size() - value.datatype.size() - 2);
      text += prefixes_.shorten(value.datatype);
    }
    return text;
  }

  std::string node_text(TermIndex node, int depth) const {
    if (depth == kDeepest) throw LoadError("blank nodes nest too deep to be compared");
    std::vector<std::string> parts;
    if (is_list(node)) {
      for (const TermIndex member : graph_.list(node)) parts.push_back(tagged(member, depth + 1));
      return fmt::format("( {} )", fmt::join(parts, " "));
    }
    for (const RdfTriple& t : graph_.from(node)) {
      const std::string predicate = t.predicate == type_ ? "a" : value_text(t.predicate, 0);
      parts.push_back(fmt::format("{} {}", predicate, tagged(t.object, depth + 1)));
    }
    std::sort(parts.begin(), parts.end());
    return fmt::format("[ {} ]", fmt::join(parts, " ; "));
  }

  /// Within brackets no field names a text's language.
  std::string tagged(TermIndex term, int depth) const {
    return graph_.term(term).language.empty() ? value_text(term, depth)
                                              : graph_.terms().ntriples(term);
  }

  const RdfGraph& graph_;
  const RdfPrefixes& prefixes_;
  std::unordered_map<TermIndex, std::string> labels_;
  TermIndex first_;
  TermIndex rest_;
  TermIndex nil_;
  TermIndex type_;
};

}  // namespace

std::map<std::string, RdfDescription> describe(const RdfGraph& graph, const RdfPrefixes& prefixes) {
  return Describer(graph, prefixes).run();
}

}  // namespace samgak
