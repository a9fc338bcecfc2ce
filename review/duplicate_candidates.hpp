// Pairs of names that may be two spellings of one: found by keys, so that no name is held against
// every other.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "ontology/ontology.hpp"
#include "review/near_duplicates.hpp"

namespace samgak::review {

struct NameForm {
  std::string text;
  std::string key;   ///< `spacing_free_key` of the text; never empty
  bool own = false;  ///< a name of the node in some language, not an alias
};

struct NamedNode {
  EntityIndex index{};
  std::vector<NameForm> forms;
  std::vector<std::string>
      states;           ///< ids of the states it belongs to or is of, sorted; may be empty
  bool listed = false;  ///< an entry of the ontology
};

/// One form of a node under one key. Forms with the same hash are candidates for `likeness`.
struct FormKey {
  std::uint64_t hash = 0;
  std::uint32_t node = 0;
  std::uint32_t form = 0;
  Likeness likeness = Likeness::spacing;
};

struct DuplicateCandidates {
  std::vector<NamedNode> nodes;
  std::vector<FormKey> keys;  ///< sorted by hash, then node, then form
};

[[nodiscard]] DuplicateCandidates find_candidates(const KnowledgeGraph& graph,
                                                  const Ontology& ontology);

/// Calls `visit` for pairs of forms of different nodes that share a key. Where very many share one,
/// each is paired with its neighbours only: a key of so many tells nothing.
void for_each_candidate_pair(const DuplicateCandidates& candidates,
                             const std::function<void(const FormKey&, const FormKey&)>& visit);

}  // namespace samgak::review
