// Why an inferred edge is in a graph.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace samgak {

struct Derivation {
  std::string_view rule;                 ///< by its name in OWL 2 RL, e.g. `prp-inv`
  std::vector<StatementIndex> premises;  ///< in the order of the rule; may be inferred themselves
};

/// Finds the edges that inferred edges name as their premises.
class Derivations {
 public:
  /// Linear in `graph`, which must outlive this.
  explicit Derivations(const KnowledgeGraph& graph);

  /// Of an edge for which `is_inferred` holds. Premises that the graph lacks are left out.
  [[nodiscard]] Derivation of(const StatementView& inferred) const;

 private:
  std::unordered_map<std::string, StatementIndex> by_words_;  ///< `SUBJECT relation OBJECT`, by ids
};

}  // namespace samgak
