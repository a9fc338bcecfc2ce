#include "graph/layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "graph/communities.hpp"

namespace samgak {

namespace {

/// Turns of a sunflower: points at this angle from each other fill a disc evenly.
constexpr double kGoldenAngle = 2.399963229728653;
/// Of about so many nodes in a column of three cells each pushes a node by itself: a crowd must not
/// make a round quadratic.
constexpr std::size_t kCrowd = 48;

int rounds_for(std::size_t nodes) {
  if (nodes <= 2000) return 200;
  if (nodes <= 20000) return 60;
  if (nodes <= 200000) return 12;
  return 0;
}

Point sunflower(std::size_t i, double unit) {
  const double radius = unit * std::sqrt(static_cast<double>(i));
  const double angle = kGoldenAngle * static_cast<double>(i);
  return {static_cast<float>(radius * std::cos(angle)),
          static_cast<float>(radius * std::sin(angle))};
}

/// Nodes by community, each community a disc of its own on a sunflower of discs.
std::vector<Point> first_places(const KnowledgeGraph& graph) {
  std::vector<std::uint32_t> group = find_communities(graph);
  const std::uint32_t groups = number_groups(group);
  std::vector<std::uint32_t> size(groups, 0);
  for (const std::uint32_t g : group) ++size[g];
  std::vector<Point> centre(groups);
  double before = 0.0;
  for (std::uint32_t g = 0; g < groups; ++g) {
    // The area that the larger groups take up decides how far out a group lies.
    const double radius = g == 0 ? 0.0 : 0.8 * kLayoutUnit * std::sqrt(before + size[g]);
    centre[g] = {static_cast<float>(radius * std::cos(kGoldenAngle * g)),
                 static_cast<float>(radius * std::sin(kGoldenAngle * g))};
    before += size[g];
  }
  std::vector<Point> places(group.size());
  std::fill(size.begin(), size.end(), 0u);
  for (std::size_t v = 0; v < group.size(); ++v) {
    const Point inner = sunflower(size[group[v]]++, 0.6 * kLayoutUnit);
    places[v] = {centre[group[v]].x + inner.x, centre[group[v]].y + inner.y};
  }
  return places;
}

/// Fruchterman and Reingold's forces, with repulsion only between near nodes, found by a grid.
class Springs {
 public:
  Springs(const KnowledgeGraph& graph, std::vector<Point>& places)
      : graph_(graph), places_(places), force_(places.size()), cells_(places.size()) {}

  void round(float step) {
    std::fill(force_.begin(), force_.end(), Point{});
    sort_into_cells();
    push();
    pull();
    move(step);
  }

 private:
  /// Also how far a node pushes: the cells around its own hold all that is so near.
  static constexpr float kCellSize = 3.0F * static_cast<float>(kLayoutUnit);

  /// A column and a row of the grid, either from 1 to 65534, so that those beside it have a number
  /// too.
  static std::uint32_t cell_of(Point place) {
    const auto at = [](float x) {
      return static_cast<std::uint32_t>(
          std::clamp(std::floor(x / kCellSize) + 32768.0F, 1.0F, 65534.0F));
    };
    return at(place.x) << 16 | at(place.y);
  }
  static std::uint32_t node_in(std::uint64_t cell) { return static_cast<std::uint32_t>(cell); }

  void sort_into_cells() {
    for (std::uint32_t v = 0; v < places_.size(); ++v) {
      cells_[v] = std::uint64_t{cell_of(places_[v])} << 32 | v;
    }
    std::sort(cells_.begin(), cells_.end());
  }

  void push() {
    // The three cells of a column stand side by side in the order, and as the order is walked, the
    // first and the last of those that matter only move on.
    struct Range {
      std::size_t begin = 0;
      std::size_t end = 0;
    };
    std::array<Range, 3> near{};
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      for (std::uint32_t column = 0; column < 3; ++column) {
        const std::uint32_t middle =
            static_cast<std::uint32_t>(cells_[i] >> 32) + (column << 16) - (1U << 16);
        Range& range = near[column];
        while (range.begin < cells_.size() && cells_[range.begin] >> 32 < middle - 1) ++range.begin;
        range.end = std::max(range.end, range.begin);
        while (range.end < cells_.size() && cells_[range.end] >> 32 <= middle + 1) ++range.end;
        push(i, range.begin, range.end);
      }
    }
  }

  /// The nodes in `begin` to `end` of the order push that at `i`. Of a crowd each so-manieth stands
  /// for those around it.
  void push(std::size_t i, std::size_t begin, std::size_t end) {
    const std::size_t step = 1 + (end - begin) / kCrowd;
    const std::uint32_t v = node_in(cells_[i]);
    for (std::size_t other = begin + i % step; other < end; other += step) {
      if (other != i) repel(v, node_in(cells_[other]), static_cast<float>(step));
    }
  }

  void repel(std::uint32_t v, std::uint32_t w, float weight) {
    float x = places_[v].x - places_[w].x;
    float y = places_[v].y - places_[w].y;
    float square = x * x + y * y;
    if (square < 1.0F) {
      // Two nodes on one spot part by their numbers.
      x = v < w ? -1.0F : 1.0F;
      y = 0.5F;
      square = 1.25F;
    }
    // It fades out, else nodes would line up where the last of a cell goes out of sight.
    const float fading = 1.0F - square / (kCellSize * kCellSize);
    if (fading <= 0.0F) return;
    const float strength = weight * fading * static_cast<float>(kLayoutUnit * kLayoutUnit) / square;
    force_[v].x += x * strength;
    force_[v].y += y * strength;
  }

  void pull() {
    for (std::uint32_t e = 0; e < graph_.statement_count(); ++e) {
      const std::uint32_t v = number(graph_.subject(StatementIndex{e}));
      const std::uint32_t w = number(graph_.object(StatementIndex{e}));
      const float x = places_[w].x - places_[v].x;
      const float y = places_[w].y - places_[v].y;
      const float strength = std::sqrt(x * x + y * y) / static_cast<float>(kLayoutUnit);
      force_[v].x += x * strength;
      force_[v].y += y * strength;
      force_[w].x -= x * strength;
      force_[w].y -= y * strength;
    }
    // A weak pull to the middle keeps what hangs together with nothing in sight.
    for (std::size_t v = 0; v < places_.size(); ++v) {
      force_[v].x -= 0.05F * places_[v].x;
      force_[v].y -= 0.05F * places_[v].y;
    }
  }

  void move(float step) {
    for (std::size_t v = 0; v < places_.size(); ++v) {
      const float length = std::sqrt(force_[v].x * force_[v].x + force_[v].y * force_[v].y);
      if (length < 1e-9F) continue;
      const float way = std::min(length, step) / length;
      places_[v].x += force_[v].x * way;
      places_[v].y += force_[v].y * way;
    }
  }

  const KnowledgeGraph& graph_;
  std::vector<Point>& places_;
  std::vector<Point> force_;
  std::vector<std::uint64_t> cells_;  ///< cell and node, in order of cells
};

}  // namespace

std::vector<Point> layout(const KnowledgeGraph& graph) {
  std::vector<Point> places = first_places(graph);
  const int rounds = rounds_for(places.size());
  if (rounds > 0) {
    Springs springs(graph, places);
    for (int i = 0; i < rounds; ++i) {
      springs.round(static_cast<float>(kLayoutUnit * (1.0 - static_cast<double>(i) / rounds)));
    }
  }
  // What comes after hundredths is noise, and makes files long.
  for (Point& p : places)
    p = {std::round(p.x * 100.0F) / 100.0F, std::round(p.y * 100.0F) / 100.0F};
  return places;
}

}  // namespace samgak
