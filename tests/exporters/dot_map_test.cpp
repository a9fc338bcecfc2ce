// Maps of thousands of nodes: which names stand on them, and that none covers another.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "exporters/detail/dot_map.hpp"
#include "exporters/detail/label_text.hpp"
#include "exporters/registry.hpp"
#include "tests/support/hostile_graph.hpp"

namespace samgak {
namespace {

constexpr int kHubs = 40;

/// Hubs in a ring, each with leaves of its own: 40 hubs and so many leaves.
KnowledgeGraph wheel(int leaves) {
  Extraction x;
  const auto id = [](int i) { return "p/" + std::to_string(10000 + i); };
  const auto join = [&](int a, int b) {
    x.statements.push_back(
        {id(a), "partOf", id(b), {}, "", {{{"d", 0, 1}, "q", "r", "", Status::held, 0.5}}});
  };
  for (int i = 0; i < kHubs + leaves; ++i) {
    Entity entity;
    entity.id = id(i);
    entity.type = "Place";
    entity.name = "이름이 있는 곳 " + std::to_string(i);
    x.entities.push_back(entity);
    if (i < kHubs) join(i, (i + 1) % kHubs);
    // The first hubs have more leaves.
    if (i >= kHubs) join(i, (i * i) % kHubs * (i % kHubs) / kHubs);
  }
  return build_graph({x});
}

struct Box {
  double left, right, bottom, top;
  [[nodiscard]] bool overlaps(const Box& other) const {
    return left < other.right && other.left < right && bottom < other.top && other.bottom < top;
  }
};

/// Room that letters take at the least: half their size a column of Hangul, their size a line.
Box box_of(const detail::DotMap& map, EntityIndex node, std::size_t columns) {
  const double letters = map.letters(node);
  const Point at = map.place(node);
  const double half = letters * 0.5 * static_cast<double>(columns) / 2;
  return {at.x - half, at.x + half, at.y - letters / 2, at.y + letters / 2};
}

TEST(DotMap, NoNameCoversAnother) {
  const KnowledgeGraph graph = wheel(2100);
  const detail::DotMap map(graph, "ko");
  std::vector<Box> boxes;
  for (std::uint32_t v = 0; v < graph.entity_count(); ++v) {
    const EntityIndex node{v};
    if (map.letters(node) == 0) continue;
    boxes.push_back(box_of(map, node, detail::columns_of(graph.entity(node).name)));
  }
  EXPECT_EQ(boxes.size() + map.dots(), graph.entity_count());
  EXPECT_GT(boxes.size(), 40u);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) ASSERT_FALSE(boxes[i].overlaps(boxes[j])) << i << " " << j;
  }
}

TEST(DotMap, TheMostConnectedHaveTheLargestNames) {
  const KnowledgeGraph graph = wheel(2100);
  const detail::DotMap map(graph, "ko");
  std::vector<unsigned> degree(graph.entity_count());
  for (std::uint32_t e = 0; e < graph.statement_count(); ++e) {
    ++degree[number(graph.subject(StatementIndex{e}))];
    ++degree[number(graph.object(StatementIndex{e}))];
  }
  const std::vector<std::uint32_t> order = map.drawing_order();
  EXPECT_EQ(std::set<std::uint32_t>(order.begin(), order.end()).size(), graph.entity_count());
  const EntityIndex last{order.back()};
  EXPECT_EQ(degree[order.back()], *std::max_element(degree.begin(), degree.end()));
  EXPECT_EQ(map.letters(last), map.legend_letters());
  EXPECT_GT(map.dot(last), map.dot(EntityIndex{order.front()}));
  bool named = false;
  for (const std::uint32_t node : order) {
    EXPECT_FALSE(named && map.letters(EntityIndex{node}) == 0) << "a dot over a name";
    named = named || map.letters(EntityIndex{node}) > 0;
  }
}

TEST(DotMap, WhatHasNoRoomIsADotWithATooltip) {
  const KnowledgeGraph graph = wheel(2100);
  ExportOptions options;
  options.engine = "own";
  std::string text;
  StringSink sink(text);
  const LossReport report = find_exporter("dot")->write(graph, options, sink);
  EXPECT_EQ(report.remarks.size(), 1u);
  EXPECT_NE(text.find("arrowhead=none"), std::string::npos);
  std::istringstream lines(text);
  std::size_t dots = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.find("shape=point") == std::string::npos) continue;
    ++dots;
    const std::size_t label = line.find("label=\"") + 7;
    std::string name = line.substr(label, line.find('"', label) - label);
    if (const std::size_t br = name.find("\\n"); br != std::string::npos) name.replace(br, 2, " ");
    EXPECT_NE(line.find("tooltip=\"" + name + "\\n"), std::string::npos) << line;
  }
  EXPECT_EQ(dots, detail::DotMap(graph, "ko").dots());
}

TEST(DotMap, EdgesOfAHugePictureCanGoWithoutTooltips) {
  ExportOptions options;
  options.edge_tooltips = false;
  std::string text;
  StringSink sink(text);
  const LossReport report = find_exporter("dot")->write(hostile_graph(), options, sink);
  EXPECT_EQ(report.evidence, 0u);
  std::istringstream lines(text);
  std::size_t edges = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.find(" -> n") == std::string::npos || line.rfind("  n", 0) != 0) continue;
    ++edges;
    EXPECT_EQ(line.find("tooltip="), std::string::npos) << line;
  }
  EXPECT_EQ(edges, hostile_graph().statement_count());
}

}  // namespace
}  // namespace samgak
