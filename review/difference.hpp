// What changed since an earlier graph or an earlier ontology.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "ontology/ontology.hpp"

namespace samgak::review {

enum class ChangeKind : std::uint8_t { added, removed, changed };
enum class ChangeOf : std::uint8_t { term_class, term_relation, entry, node, statement };

[[nodiscard]] std::string_view to_string(ChangeKind kind);
[[nodiscard]] std::string_view to_string(ChangeOf what);

struct Change {
  ChangeKind kind = ChangeKind::changed;
  ChangeOf what = ChangeOf::node;
  std::string id;     ///< of the term, entry or node; `subject relation object` of a statement
  std::string label;  ///< a name for people
  std::string field;  ///< what changed, e.g. `label@ko`, `subjects`, `date`; empty unless `changed`
  std::string before;  ///< empty for what was added
  std::string after;   ///< empty for what was removed
  /// Statements or nodes of the graph that the change of a term or entry touches.
  std::uint32_t effect = 0;

  friend auto operator<=>(const Change&, const Change&) = default;
};

/// Sorted by what, kind, id and field. Linear in both graphs.
[[nodiscard]] std::vector<Change> compare_graphs(const KnowledgeGraph& before,
                                                 const KnowledgeGraph& after);

/// Classes, relations and entries; `graph` tells what each change touches.
[[nodiscard]] std::vector<Change> compare_ontologies(const Ontology& before, const Ontology& after,
                                                     const KnowledgeGraph& graph);

/// Which part of a version number the changes of terms ask to raise: `major` when a term went or
/// narrowed, `minor` when one came or widened, `patch` for texts, empty when there is no change.
[[nodiscard]] std::string_view version_step(const std::vector<Change>& changes);

}  // namespace samgak::review
