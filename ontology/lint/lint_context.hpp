// What the checks of a vocabulary look at.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "ontology/lint/lint.hpp"
#include "ontology/rdf_graph.hpp"

namespace samgak {

/// A vocabulary with its terms sorted out.
struct LintContext {
  explicit LintContext(const RdfGraph& vocabulary);

  const RdfGraph& graph;
  TermIndex type, label, comment, definition, alt_label, hidden_label, deprecated, replaced_by;
  TermIndex sub_class_of, sub_property_of, domain, range, inverse_of, equivalent_class,
      equivalent_property, disjoint_with;
  TermIndex ontology = kNoTerm;  ///< the header, or `kNoTerm`
  std::string own_namespace;  ///< empty without a header: then every term is the vocabulary's own
  std::vector<std::string>
      languages;  ///< that the header says the vocabulary speaks, sorted; may be empty
  // Declared terms of the own namespace, sorted by IRI.
  std::vector<TermIndex> classes;
  std::vector<TermIndex> object_properties;
  std::vector<TermIndex> datatype_properties;
  std::vector<TermIndex> properties;  ///< of all kinds, annotation properties too
  std::vector<TermIndex> terms;       ///< classes and properties

  [[nodiscard]] TermIndex find(std::string_view space, std::string_view local) const;
  [[nodiscard]] RdfTerm term(TermIndex t) const { return graph.term(t); }
  [[nodiscard]] bool is_own(TermIndex t) const;
  [[nodiscard]] bool is_a(TermIndex t, std::string_view owl_class) const;
  [[nodiscard]] bool is_deprecated(TermIndex t) const;
  [[nodiscard]] std::string_view local(TermIndex t) const;
  /// Literals that `t` has with the property.
  [[nodiscard]] std::vector<RdfTerm> texts(TermIndex t, TermIndex property) const;
  /// `skos:definition`, else `rdfs:comment`.
  [[nodiscard]] std::vector<RdfTerm> definitions(TermIndex t) const;
  /// Objects of `t` with the property that are IRIs.
  [[nodiscard]] std::vector<TermIndex> objects(TermIndex t, TermIndex property) const;
  /// `t` and all that `property` leads to from it.
  [[nodiscard]] std::unordered_set<TermIndex> ancestors(TermIndex t, TermIndex property) const;
};

/// Where a check puts what it finds.
class LintSink {
 public:
  LintSink(const LintContext& context, const LintCard& card, std::vector<LintFinding>& out)
      : context_(context), card_(card), out_(out) {}

  void add(TermIndex subject, std::string detail = {}) {
    out_.push_back({&card_,
                    subject == kNoTerm ? std::string() : std::string(context_.term(subject).text),
                    std::move(detail)});
  }

 private:
  const LintContext& context_;
  const LintCard& card_;
  std::vector<LintFinding>& out_;
};

struct LintCheck {
  LintCard card;
  void (*run)(const LintContext&, LintSink&);
};

/// The checks, file by file.
[[nodiscard]] std::span<const LintCheck> robot_text_checks();
[[nodiscard]] std::span<const LintCheck> robot_structure_checks();
[[nodiscard]] std::span<const LintCheck> oops_name_checks();
[[nodiscard]] std::span<const LintCheck> oops_property_checks();
[[nodiscard]] std::span<const LintCheck> oops_structure_checks();

/// `text` without its language in a form in which two spellings of one text meet: lower case of
/// ASCII letters.
[[nodiscard]] std::string folded(std::string_view text);

/// Terms by text and language, for checks that look for a text twice.
using TermsByText = std::map<std::pair<std::string, std::string>, std::vector<TermIndex>>;
/// Adds to `out` each group of several terms, once, under its first term.
void report_shared_texts(const LintContext& context, const TermsByText& texts, LintSink& out);

}  // namespace samgak
