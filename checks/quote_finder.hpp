// The words of documents on which a node of RDF rests, by the evidence and mentions in Samgak's
// terms.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checks/finding.hpp"
#include "ontology/rdf_graph.hpp"

namespace samgak {

/// Reads the data once; they must outlive it.
class QuoteFinder {
 public:
  explicit QuoteFinder(const RdfGraph& data);

  /// What shows a reader why `focus` is as it is, at most three quotes, the best source that there
  /// is: the focus as a passage; the evidence of the focus as a statement; the evidence of
  /// statements between focus and `value`; of statements of the focus with `predicate`; a mention
  /// of the focus. `value` and `predicate` may be `kNoTerm`.
  [[nodiscard]] std::vector<Quote> quotes(TermIndex focus, TermIndex predicate,
                                          TermIndex value) const;

  /// A name for people: the Korean label, any other label, «A -relation-> B» of a statement, the
  /// words of a passage, or the end of the IRI. Never empty.
  [[nodiscard]] std::string label(TermIndex node) const;

 private:
  struct Stated {
    TermIndex from;
    TermIndex to;
    TermIndex statement;
    friend auto operator<=>(const Stated&, const Stated&) = default;
  };

  [[nodiscard]] std::optional<Quote> passage(TermIndex node) const;
  [[nodiscard]] std::vector<Quote> passages_of(TermIndex node, TermIndex property) const;
  [[nodiscard]] std::vector<Quote> between(TermIndex a, TermIndex b) const;
  [[nodiscard]] std::vector<Quote> stated_with(TermIndex focus, TermIndex predicate) const;
  [[nodiscard]] std::string end_of_iri(TermIndex node) const;
  [[nodiscard]] std::string simple_label(TermIndex node) const;

  const RdfGraph& data_;
  TermIndex quote_, derived_, evidence_, mention_, subject_, predicate_, object_, label_;
  std::vector<Stated> stated_;  ///< sorted
};

}  // namespace samgak
