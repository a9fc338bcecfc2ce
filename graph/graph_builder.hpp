// Merges what many documents say into one graph.
#pragma once

#include <memory>

#include "graph/builder_room.hpp"
#include "graph/graph_input.hpp"
#include "graph/knowledge_graph.hpp"
#include "graph/statement.hpp"

namespace samgak {

/// Collects extractions, then freezes them. `add` is commutative: the order of calls never shows in
/// the graph.
///
/// Entities with the same id become one node: names and aliases are united, mentions and claims add
/// up. Statements with the same subject, relation and object become one edge: evidence adds up
/// (equal pieces once). A statement of a symmetric relation is turned so that its subject is the
/// smaller id. Texts are copied, once where a sentence is the evidence of several statements.
/// Throws `LoadError` for a statement without evidence, `WriteError` when what goes beyond the
/// room in memory cannot be put on the disk. Not thread-safe.
class GraphBuilder {
 public:
  GraphBuilder();
  explicit GraphBuilder(BuilderRoom room);
  ~GraphBuilder();
  GraphBuilder(GraphBuilder&&) noexcept;
  GraphBuilder& operator=(GraphBuilder&&) noexcept;

  /// Makes `relation` symmetric. Must be called before the first `add`.
  void declare_symmetric(std::string_view relation);
  void add(Extraction extraction);
  void add(const EntityInput& entity);
  void add(const StatementInput& statement);
  /// The document was read from bytes with this checksum. Kept where the graph cites it.
  void add_document(std::string_view name, const Sha256& checksum);
  /// The entity `from` is `to` in truth: when the graph is built, all that was said of the one is
  /// said of the other, and `note` stands behind the reason of each of its mentions. Both have been
  /// added; `to` is not renamed itself.
  void rename(std::string_view from, std::string_view to, std::string_view note);
  /// Sorts and freezes. The builder is empty afterwards.
  [[nodiscard]] KnowledgeGraph build() &&;

 private:
  struct State;
  BuilderRoom room_;
  std::unique_ptr<State> state_;
};

}  // namespace samgak
