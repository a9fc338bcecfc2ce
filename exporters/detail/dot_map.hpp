// A drawing of thousands of nodes: a dot each, and names where there is room for them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "graph/layout.hpp"

namespace samgak::detail {

/// Where nodes lie and how large they are, in points of the page. Names are placed in order of
/// degree, the most connected first and largest, each only where it covers no other name: as large
/// as its degree deserves, or smaller. Deterministic; linear in nodes, up to sorting.
class DotMap {
 public:
  /// `language` of names as in `display_name`. Keeps no reference to `graph`.
  DotMap(const KnowledgeGraph& graph, std::string_view language);

  [[nodiscard]] Point place(EntityIndex node) const { return places_[number(node)]; }
  /// Size of the letters of its name; 0 where only a dot is drawn.
  [[nodiscard]] unsigned letters(EntityIndex node) const { return letters_[number(node)]; }
  /// Diameter of its dot.
  [[nodiscard]] double dot(EntityIndex node) const;
  /// Size of the letters of what is said about the whole.
  [[nodiscard]] unsigned legend_letters() const { return legend_letters_; }
  /// All nodes as they should be drawn, one over the other: dots, then names, the largest last.
  [[nodiscard]] std::vector<std::uint32_t> drawing_order() const;
  [[nodiscard]] std::uint64_t dots() const { return dots_; }

 private:
  void count_edges(const KnowledgeGraph& graph);
  void place_names(const KnowledgeGraph& graph, std::string_view language);
  [[nodiscard]] std::vector<std::uint32_t> by_degree() const;

  std::vector<Point> places_;
  std::vector<std::uint32_t> degree_;
  std::vector<std::uint8_t> letters_;
  unsigned legend_letters_ = 0;
  std::uint64_t dots_ = 0;
};

/// Columns of a name, where Hangul counts two, before it gets a line of its own.
inline constexpr std::size_t kMapColumns = 22;
/// Bytes of a name before it is cut.
inline constexpr std::size_t kMapNameBytes = 120;

}  // namespace samgak::detail
