// What analysts ask of a graph as a whole, computed by Boost.Graph.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace samgak {

/// Figures of each node, by `EntityIndex`. Deterministic: the same graph gives the same bits.
struct GraphMetrics {
  std::vector<std::uint32_t> in_degree;   ///< edges that come in
  std::vector<std::uint32_t> out_degree;  ///< edges that leave
  std::vector<std::uint32_t>
      component;  ///< weakly connected; 0 is the largest, then by smallest node
  std::vector<std::uint32_t>
      community;                 ///< by label propagation; 0 is the largest, then by smallest node
  std::vector<double> pagerank;  ///< damping 0.85, sums to 1
  std::vector<double> betweenness;  ///< undirected, unweighted, 0 to 1
  std::uint32_t component_count = 0;
  std::uint32_t community_count = 0;
  bool betweenness_sampled = false;  ///< estimated from `kBetweennessSources` nodes
};

/// Above this many nodes the betweenness is estimated from as many nodes spread evenly over the
/// numbers.
inline constexpr std::uint32_t kBetweennessSources = 500;

[[nodiscard]] GraphMetrics compute_metrics(const KnowledgeGraph& graph);

}  // namespace samgak
