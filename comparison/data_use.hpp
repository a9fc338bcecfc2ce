// How often a graph uses the terms of an ontology.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "graph/knowledge_graph.hpp"

namespace samgak {

/// Counts by local names of terms. Without a graph every count is zero.
class DataUse {
 public:
  DataUse() = default;
  explicit DataUse(const KnowledgeGraph& graph);

  [[nodiscard]] std::uint32_t nodes_of(std::string_view type) const { return at(types_, type); }
  [[nodiscard]] std::uint32_t edges_of(std::string_view relation) const {
    return at(relations_, relation);
  }
  /// Edges of a relation whose subject, or whose object, is of a type.
  [[nodiscard]] std::uint32_t edges_from(const std::string& relation,
                                         const std::string& type) const {
    return at(subjects_, std::pair(relation, type));
  }
  [[nodiscard]] std::uint32_t edges_to(const std::string& relation, const std::string& type) const {
    return at(objects_, std::pair(relation, type));
  }
  /// Nodes and edges that have a value of a property: `date`, `status`, `role`, `wikidata`, …
  [[nodiscard]] std::uint32_t nodes_with(std::string_view property) const {
    return at(node_properties_, property);
  }
  [[nodiscard]] std::uint32_t edges_with(std::string_view property) const {
    return at(edge_properties_, property);
  }
  [[nodiscard]] bool has_node(std::string_view id) const { return ids_.contains(id); }

 private:
  using Counts = std::map<std::string, std::uint32_t, std::less<>>;
  using PairCounts = std::map<std::pair<std::string, std::string>, std::uint32_t>;

  template <typename Map, typename Key>
  static std::uint32_t at(const Map& counts, const Key& key) {
    const auto found = counts.find(key);
    return found == counts.end() ? 0 : found->second;
  }
  void count_node(const EntityView& node);
  void count_edge(const KnowledgeGraph& graph, const StatementView& edge);

  Counts types_;
  Counts relations_;
  PairCounts subjects_;
  PairCounts objects_;
  Counts node_properties_;
  Counts edge_properties_;
  std::set<std::string, std::less<>> ids_;
};

}  // namespace samgak
