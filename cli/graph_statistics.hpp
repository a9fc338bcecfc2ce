// What is in a graph, in figures.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace samgak {

struct GraphStatistics {
  using Count = std::pair<std::string, std::uint64_t>;

  struct Relation {
    std::string name;
    std::array<std::uint64_t, 3> by_status{};  ///< in the order of `Status`
    [[nodiscard]] std::uint64_t total() const { return by_status[0] + by_status[1] + by_status[2]; }
  };
  struct DocumentCounts {
    std::string name;
    std::uint64_t nodes = 0;
    std::uint64_t edges = 0;
  };
  struct Contradiction {
    EntityIndex node{};
    std::string key;
    std::string value;
    std::vector<std::string> others;
  };
  struct Unmapped {
    EntityIndex node{};
    std::uint64_t mentions = 0;
    std::uint64_t documents = 0;
  };

  std::uint64_t nodes = 0;
  std::uint64_t edges = 0;
  std::uint64_t evidence = 0;
  std::uint64_t most_evidence = 0;  ///< pieces of evidence of one edge
  std::uint64_t mentions = 0;
  std::uint64_t isolated = 0;  ///< nodes without an edge
  std::vector<Count> types;    ///< sorted by name
  std::vector<Relation> relations;
  std::vector<DocumentCounts> documents;
  std::vector<std::pair<EntityIndex, std::uint64_t>> most_connected;  ///< with their degree
  std::vector<std::pair<EntityIndex, double>> pagerank;               ///< highest first
  std::vector<std::pair<EntityIndex, double>> betweenness;            ///< highest first, above 0
  bool betweenness_sampled = false;                                   ///< see `kBetweennessSources`
  std::vector<Contradiction> contradictions;
  std::vector<StatementIndex> dated_twice;  ///< edges with dates that disagree
  /// Names for which the gazetteer has no entry, most frequent first: what to add to it. Meetings,
  /// agreements and programmes are not among them, they hardly ever have one.
  std::vector<Unmapped> unmapped;
};

/// `most` bounds the lists of nodes; counts are of everything.
[[nodiscard]] GraphStatistics compute_statistics(const KnowledgeGraph& graph, std::size_t most);

[[nodiscard]] std::string statistics_text(const KnowledgeGraph& graph,
                                          const GraphStatistics& statistics);
/// One JSON object, one line.
[[nodiscard]] std::string statistics_json(const KnowledgeGraph& graph,
                                          const GraphStatistics& statistics);

}  // namespace samgak
