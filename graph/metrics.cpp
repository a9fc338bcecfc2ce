#include "graph/metrics.hpp"

#include <algorithm>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/property_map/property_map.hpp>
#include <numeric>

#include "graph/boost_view.hpp"
#include "graph/communities.hpp"

namespace samgak {

namespace {

constexpr double kDamping = 0.85;
constexpr int kPageRankRounds = 60;

/// Brandes' accumulation from one source: shortest paths are counted outward and credited inward.
class PathCounter {
 public:
  explicit PathCounter(const UndirectedTopology& topology)
      : topology_(topology),
        distance_(boost::num_vertices(topology)),
        paths_(distance_.size()),
        credit_(distance_.size()) {}

  void add(std::size_t source, std::vector<double>& betweenness) {
    std::fill(distance_.begin(), distance_.end(), kFar);
    std::fill(paths_.begin(), paths_.end(), 0.0);
    std::fill(credit_.begin(), credit_.end(), 0.0);
    order_.assign(1, source);
    distance_[source] = 0;
    paths_[source] = 1.0;
    for (std::size_t head = 0; head < order_.size(); ++head) {
      const std::size_t v = order_[head];
      for (const auto w : boost::make_iterator_range(boost::adjacent_vertices(v, topology_))) {
        if (distance_[w] == kFar) {
          distance_[w] = distance_[v] + 1;
          order_.push_back(w);
        }
        if (distance_[w] == distance_[v] + 1) paths_[w] += paths_[v];
      }
    }
    for (std::size_t i = order_.size(); i-- > 1;) {
      const std::size_t w = order_[i];
      for (const auto v : boost::make_iterator_range(boost::adjacent_vertices(w, topology_))) {
        if (distance_[v] + 1 == distance_[w]) {
          credit_[v] += paths_[v] / paths_[w] * (1.0 + credit_[w]);
        }
      }
      betweenness[w] += credit_[w];
    }
  }

 private:
  static constexpr std::uint32_t kFar = 0xFFFFFFFF;
  const UndirectedTopology& topology_;
  std::vector<std::uint32_t> distance_;
  std::vector<double> paths_;
  std::vector<double> credit_;
  std::vector<std::size_t> order_;
};

void compute_betweenness(const UndirectedTopology& topology, GraphMetrics& metrics) {
  const std::size_t n = boost::num_vertices(topology);
  metrics.betweenness.assign(n, 0.0);
  if (n < 3) return;
  const std::size_t sources = std::min<std::size_t>(n, kBetweennessSources);
  metrics.betweenness_sampled = sources < n;
  PathCounter counter(topology);
  for (std::size_t i = 0; i < sources; ++i) counter.add(i * n / sources, metrics.betweenness);
  // Ordered pairs of other nodes, of which the sources saw a part.
  const double pairs = static_cast<double>(n - 1) * static_cast<double>(n - 2);
  const double scale = static_cast<double>(n) / static_cast<double>(sources) / pairs;
  for (double& b : metrics.betweenness) b = std::min(1.0, b * scale);
}

}  // namespace

GraphMetrics compute_metrics(const KnowledgeGraph& graph) {
  GraphMetrics metrics;
  const std::uint32_t n = graph.entity_count();
  metrics.in_degree.assign(n, 0);
  metrics.out_degree.assign(n, 0);
  if (n == 0) return metrics;
  for (std::uint32_t e = 0; e < graph.statement_count(); ++e) {
    ++metrics.out_degree[number(graph.subject(StatementIndex{e}))];
    ++metrics.in_degree[number(graph.object(StatementIndex{e}))];
  }

  const UndirectedTopology undirected = undirected_view(graph);
  metrics.component.resize(n);
  boost::connected_components(undirected, metrics.component.data());
  metrics.component_count = number_groups(metrics.component);
  metrics.community = find_communities(graph);
  metrics.community_count = number_groups(metrics.community);

  metrics.pagerank.resize(n);
  const DirectedTopology& directed = boost_view(graph);
  boost::graph::page_rank(directed,
                          boost::make_iterator_property_map(
                              metrics.pagerank.begin(), boost::get(boost::vertex_index, directed)),
                          boost::graph::n_iterations(kPageRankRounds), kDamping, n);
  // Nodes without outgoing edges let rank leak away; shares of what is left sum to 1 again.
  const double sum = std::accumulate(metrics.pagerank.begin(), metrics.pagerank.end(), 0.0);
  for (double& rank : metrics.pagerank) rank /= sum;

  compute_betweenness(undirected, metrics);
  return metrics;
}

}  // namespace samgak
