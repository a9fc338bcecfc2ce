#include "graph/metrics.hpp"

#include <gtest/gtest.h>

#include <boost/graph/betweenness_centrality.hpp>
#include <numeric>

#include "graph/boost_view.hpp"
#include "graph/layout.hpp"
#include "tests/support/hostile_graph.hpp"

namespace samgak {
namespace {

/// A graph of `edges` between nodes `n00`, `n01`, …
KnowledgeGraph graph_of(std::uint32_t nodes, const std::vector<std::pair<int, int>>& edges) {
  const auto id = [](std::uint32_t i) {
    const std::string digits = std::to_string(i);
    return "n" + std::string(6 - digits.size(), '0') + digits;
  };
  Extraction x;
  for (std::uint32_t i = 0; i < nodes; ++i) {
    Entity e;
    e.id = id(i);
    e.type = "Place";
    e.name = id(i);
    x.entities.push_back(e);
  }
  for (const auto& [a, b] : edges) {
    x.statements.push_back({id(static_cast<std::uint32_t>(a)),
                            "partOf",
                            id(static_cast<std::uint32_t>(b)),
                            {},
                            "",
                            {{{"d", 0, 1}, "q", "r", "", Status::held, 0.5}}});
  }
  return build_graph({x});
}

/// Two triangles joined by an edge, a pair, and a node alone.
KnowledgeGraph two_triangles() {
  return graph_of(9, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 5}, {5, 3}, {6, 7}});
}

TEST(Metrics, DegreesAndGroups) {
  const GraphMetrics m = compute_metrics(two_triangles());
  EXPECT_EQ(m.out_degree, (std::vector<std::uint32_t>{1, 1, 2, 1, 1, 1, 1, 0, 0}));
  EXPECT_EQ(m.in_degree, (std::vector<std::uint32_t>{1, 1, 1, 2, 1, 1, 0, 1, 0}));
  EXPECT_EQ(m.component, (std::vector<std::uint32_t>{0, 0, 0, 0, 0, 0, 1, 1, 2}));
  EXPECT_EQ(m.component_count, 3u);
  EXPECT_EQ(m.community[0], m.community[1]);
  EXPECT_EQ(m.community[3], m.community[5]);
  EXPECT_NE(m.community[0], m.community[6]);
}

TEST(Metrics, PageRankSumsToOneAndFavoursTheCited) {
  const GraphMetrics m = compute_metrics(graph_of(4, {{0, 3}, {1, 3}, {2, 3}}));
  EXPECT_NEAR(std::accumulate(m.pagerank.begin(), m.pagerank.end(), 0.0), 1.0, 1e-12);
  EXPECT_GT(m.pagerank[3], 2 * m.pagerank[0]);
}

TEST(Metrics, BetweennessIsThatOfBoost) {
  const KnowledgeGraph graph = hostile_graph();
  const GraphMetrics m = compute_metrics(graph);
  const UndirectedTopology topology = undirected_view(graph);
  std::vector<double> expected(graph.entity_count());
  boost::brandes_betweenness_centrality(
      topology, boost::make_iterator_property_map(expected.begin(),
                                                  boost::get(boost::vertex_index, topology)));
  const double pairs = (graph.entity_count() - 1.0) * (graph.entity_count() - 2.0) / 2.0;
  EXPECT_FALSE(m.betweenness_sampled);
  for (std::size_t i = 0; i < expected.size(); ++i)
    EXPECT_NEAR(m.betweenness[i], expected[i] / pairs, 1e-12);
}

TEST(Metrics, LargeGraphsAreSampled) {
  std::vector<std::pair<int, int>> star;
  for (int i = 1; i < 1200; ++i) star.emplace_back(0, i);
  const GraphMetrics m = compute_metrics(graph_of(1200, star));
  EXPECT_TRUE(m.betweenness_sampled);
  EXPECT_NEAR(m.betweenness[0], 1.0, 0.01);
  EXPECT_EQ(m.betweenness[7], 0.0);
}

TEST(Metrics, OfNothing) {
  const GraphMetrics m = compute_metrics(KnowledgeGraph());
  EXPECT_TRUE(m.pagerank.empty());
  EXPECT_EQ(m.component_count, 0u);
}

TEST(Layout, IsDeterministicAndPartsNodes) {
  const KnowledgeGraph graph = hostile_graph();
  const std::vector<Point> places = layout(graph);
  const std::vector<Point> again = layout(graph);
  ASSERT_EQ(places.size(), graph.entity_count());
  for (std::size_t i = 0; i < places.size(); ++i) {
    EXPECT_EQ(places[i].x, again[i].x);
    EXPECT_EQ(places[i].y, again[i].y);
    for (std::size_t j = 0; j < i; ++j) {
      EXPECT_GT(std::hypot(places[i].x - places[j].x, places[i].y - places[j].y), 5.0)
          << i << " " << j;
    }
  }
}

TEST(Layout, NeighboursLieNearerThanStrangers) {
  const std::vector<Point> p = layout(two_triangles());
  const auto distance = [&](int a, int b) { return std::hypot(p[a].x - p[b].x, p[a].y - p[b].y); };
  EXPECT_LT(distance(0, 1), distance(0, 4));
  EXPECT_LT(distance(4, 5), distance(4, 0));
}

/// A dense ball of `n` nodes and a pair that hangs together with nothing else.
KnowledgeGraph ball_and_pair(int n) {
  std::vector<std::pair<int, int>> edges = {{n, n + 1}};
  for (int i = 0; i < n; ++i) {
    for (int k = 1; k <= 3; ++k) edges.emplace_back(i, (i * 7 + k * 31 + 1) % n);
  }
  return graph_of(n + 2, edges);
}

TEST(Layout, WhatHangsTogetherWithNothingStaysInSight) {
  const std::vector<Point> p = layout(ball_and_pair(2500));
  double rim = 0.0;
  for (int i = 0; i < 2500; ++i) rim = std::max<double>(rim, std::hypot(p[i].x, p[i].y));
  EXPECT_LT(std::hypot(p[2500].x, p[2500].y), 2.0 * rim);
}

/// Nodes that push only within the cells around them must not line up at the edges of cells.
TEST(Layout, NodesDoNotLineUp) {
  const std::vector<Point> p = layout(ball_and_pair(2500));
  std::map<int, int> in_stripe;
  for (const Point& place : p) ++in_stripe[static_cast<int>(std::floor(place.x / 10.0F))];
  int most = 0;
  for (const auto& [stripe, count] : in_stripe) most = std::max(most, count);
  // Evenly filled, the widest stripe of a disc has 4/π of the mean of all.
  EXPECT_LT(most, 4 * static_cast<int>(p.size()) / static_cast<int>(in_stripe.size()));
}

TEST(BoostView, SaysWhatTheGraphSays) {
  const KnowledgeGraph graph = hostile_graph();
  const DirectedTopology& topology = boost_view(graph);
  ASSERT_EQ(boost::num_vertices(topology), graph.entity_count());
  ASSERT_EQ(boost::num_edges(topology), graph.statement_count());
  for (const auto e : boost::make_iterator_range(boost::edges(topology))) {
    const StatementIndex index{boost::get(boost::edge_index, topology, e)};
    EXPECT_EQ(boost::source(e, topology), number(graph.subject(index)));
    EXPECT_EQ(boost::target(e, topology), number(graph.object(index)));
  }
  const IncomingEdges incoming(graph);
  std::uint32_t seen = 0;
  for (std::uint32_t v = 0; v < graph.entity_count(); ++v) {
    for (const std::uint32_t* e = incoming.begin(EntityIndex{v}); e != incoming.end(EntityIndex{v});
         ++e, ++seen) {
      EXPECT_EQ(number(graph.object(StatementIndex{*e})), v);
    }
  }
  EXPECT_EQ(seen, graph.statement_count());
}

}  // namespace
}  // namespace samgak
