// `samgak ontology lint`: what is wrong with a vocabulary, by the checks of ROBOT's report and the
// pitfalls of OOPS!.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/rdf_graph.hpp"

namespace samgak {

/// ROBOT's levels; a critical pitfall is an error, an important one a warning, a minor one a
/// remark.
enum class LintLevel : unsigned char { info, warning, error };

/// `ERROR`, `WARN`, `INFO`.
[[nodiscard]] std::string_view to_string(LintLevel level);

/// What a check is called where it comes from.
struct LintCard {
  std::string_view id;      ///< `missing_label` of ROBOT, `P19` of OOPS!
  std::string_view origin;  ///< `ROBOT` or `OOPS!`
  LintLevel level = LintLevel::warning;
  std::string_view summary;  ///< one line for people
};

struct LintFinding {
  const LintCard* card = nullptr;
  std::string subject;  ///< IRI of the term or of the ontology; empty when there is none
  std::string detail;   ///< what exactly; may be empty
};

/// All checks, those of ROBOT first, each by its id.
[[nodiscard]] std::vector<const LintCard*> lint_cards();

/// Runs every check over one vocabulary. Sorted: errors first, then by id, subject and detail; each
/// once.
///
/// Labels and definitions are looked at language by language: a term with one label in ko, en and
/// ja has one label. A definition is `skos:definition`, else `rdfs:comment`; a synonym
/// `skos:altLabel`. Terms of the vocabulary's own namespace are judged
/// (`vann:preferredNamespaceUri`, else what the ontology's IRI begins), those of others are not.
[[nodiscard]] std::vector<LintFinding> lint(const RdfGraph& vocabulary);

}  // namespace samgak
