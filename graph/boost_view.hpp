// The door to Boost.Graph: the topology of a frozen graph for algorithms. Include it only where one
// computes.
#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>

#include "graph/knowledge_graph.hpp"

namespace samgak {

/// Vertex `i` is `EntityIndex{i}`, edge `e` (`boost::edge_index`) is `StatementIndex{e}`. Holds
/// numbers alone.
using DirectedTopology =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, std::uint32_t, std::uint32_t>;

/// The same vertices with each pair of neighbours joined once, without loops: for what ignores
/// direction.
using UndirectedTopology = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

namespace detail {

struct Topology {
  DirectedTopology directed;
};

}  // namespace detail

/// The topology that the graph itself stands on. Valid as long as the graph.
[[nodiscard]] inline const DirectedTopology& boost_view(const KnowledgeGraph& graph) {
  return graph.topology().directed;
}

/// Built anew on each call; linear in edges, up to the sorting of each node's neighbours.
[[nodiscard]] UndirectedTopology undirected_view(const KnowledgeGraph& graph);

/// The edges that come into each node: the frozen graph itself holds only those that leave.
class IncomingEdges {
 public:
  explicit IncomingEdges(const KnowledgeGraph& graph);

  /// Numbers of the edges into `object`, rising.
  [[nodiscard]] const std::uint32_t* begin(EntityIndex object) const {
    return edges_.data() + first_[number(object)];
  }
  [[nodiscard]] const std::uint32_t* end(EntityIndex object) const {
    return edges_.data() + first_[number(object) + 1];
  }

 private:
  std::vector<std::uint32_t> first_;
  std::vector<std::uint32_t> edges_;
};

}  // namespace samgak
