#include "graph/layout.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "graph/boost_view.hpp"
#include "graph/communities.hpp"

namespace samgak {

namespace {

/// Turns of a sunflower: points at this angle from each other fill a disc evenly.
constexpr double kGoldenAngle = 2.399963229728653;
/// At most so many nodes of a cell push a node: a crowd must not make a round quadratic.
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
  return {radius * std::cos(angle), radius * std::sin(angle)};
}

/// Nodes by community, each community a disc of its own on a sunflower of discs.
std::vector<Point> first_places(const UndirectedTopology& topology) {
  std::vector<std::uint32_t> group = find_communities(topology);
  const std::uint32_t groups = number_groups(group);
  std::vector<std::uint32_t> size(groups, 0);
  for (const std::uint32_t g : group) ++size[g];
  std::vector<Point> centre(groups);
  double before = 0.0;
  for (std::uint32_t g = 0; g < groups; ++g) {
    // The area that the larger groups take up decides how far out a group lies.
    const double radius = g == 0 ? 0.0 : 1.6 * kLayoutUnit * std::sqrt(before + size[g]);
    centre[g] = {radius * std::cos(kGoldenAngle * g), radius * std::sin(kGoldenAngle * g)};
    before += size[g];
  }
  std::vector<Point> places(group.size());
  std::vector<std::uint32_t> next(groups, 0);
  for (std::size_t v = 0; v < group.size(); ++v) {
    const Point inner = sunflower(next[group[v]]++, 0.6 * kLayoutUnit);
    places[v] = {centre[group[v]].x + inner.x, centre[group[v]].y + inner.y};
  }
  return places;
}

/// Fruchterman and Reingold's forces, with repulsion only between near nodes, found by a grid.
class Springs {
 public:
  Springs(const UndirectedTopology& topology, std::vector<Point>& places)
      : topology_(topology), places_(places), force_(places.size()), cell_(places.size()) {}

  void round(double step) {
    std::fill(force_.begin(), force_.end(), Point{});
    sort_into_cells();
    push();
    pull();
    move(step);
  }

 private:
  struct Cell {
    std::int32_t x = 0;
    std::int32_t y = 0;
    friend auto operator<=>(const Cell&, const Cell&) = default;
  };
  static constexpr double kCellSize = 2.0 * kLayoutUnit;

  void sort_into_cells() {
    order_.resize(places_.size());
    std::iota(order_.begin(), order_.end(), 0u);
    for (std::size_t v = 0; v < places_.size(); ++v) {
      cell_[v] = {static_cast<std::int32_t>(std::floor(places_[v].x / kCellSize)),
                  static_cast<std::int32_t>(std::floor(places_[v].y / kCellSize))};
    }
    std::sort(order_.begin(), order_.end(), [this](std::uint32_t a, std::uint32_t b) {
      return cell_[a] != cell_[b] ? cell_[a] < cell_[b] : a < b;
    });
  }

  void push() {
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const std::uint32_t v = order_[i];
      for (std::int32_t dx = -1; dx <= 1; ++dx) {
        // The three cells of a column stand side by side in the order.
        const Cell first{cell_[v].x + dx, cell_[v].y - 1};
        const Cell last{cell_[v].x + dx, cell_[v].y + 1};
        const auto begin = std::lower_bound(
            order_.begin(), order_.end(), first,
            [this](std::uint32_t a, const Cell& wanted) { return cell_[a] < wanted; });
        std::size_t seen = 0;
        for (auto at = begin; at != order_.end() && cell_[*at] <= last && seen < kCrowd;
             ++at, ++seen) {
          if (*at != v) repel(v, *at);
        }
      }
    }
  }

  void repel(std::uint32_t v, std::uint32_t w) {
    double x = places_[v].x - places_[w].x;
    double y = places_[v].y - places_[w].y;
    double square = x * x + y * y;
    if (square < 1.0) {
      // Two nodes on one spot part by their numbers.
      x = v < w ? -1.0 : 1.0;
      y = 0.5;
      square = 1.25;
    }
    const double strength = kLayoutUnit * kLayoutUnit / square;
    force_[v].x += x * strength;
    force_[v].y += y * strength;
  }

  void pull() {
    for (std::size_t v = 0; v < places_.size(); ++v) {
      for (const auto w : boost::make_iterator_range(boost::adjacent_vertices(v, topology_))) {
        const double x = places_[w].x - places_[v].x;
        const double y = places_[w].y - places_[v].y;
        const double strength = std::sqrt(x * x + y * y) / kLayoutUnit;
        force_[v].x += x * strength;
        force_[v].y += y * strength;
      }
      // A weak pull to the middle keeps what hangs together with nothing in sight.
      force_[v].x -= 0.05 * places_[v].x;
      force_[v].y -= 0.05 * places_[v].y;
    }
  }

  void move(double step) {
    for (std::size_t v = 0; v < places_.size(); ++v) {
      const double length = std::sqrt(force_[v].x * force_[v].x + force_[v].y * force_[v].y);
      if (length < 1e-9) continue;
      const double way = std::min(length, step);
      places_[v].x += force_[v].x / length * way;
      places_[v].y += force_[v].y / length * way;
    }
  }

  const UndirectedTopology& topology_;
  std::vector<Point>& places_;
  std::vector<Point> force_;
  std::vector<Cell> cell_;
  std::vector<std::uint32_t> order_;
};

}  // namespace

std::vector<Point> layout(const KnowledgeGraph& graph) {
  const UndirectedTopology topology = undirected_view(graph);
  std::vector<Point> places = first_places(topology);
  const int rounds = rounds_for(places.size());
  Springs springs(topology, places);
  for (int i = 0; i < rounds; ++i) {
    springs.round(kLayoutUnit * (1.0 - static_cast<double>(i) / rounds));
  }
  // Whole hundredths: what comes after is noise, and makes files long.
  for (Point& p : places) p = {std::round(p.x * 100.0) / 100.0, std::round(p.y * 100.0) / 100.0};
  return places;
}

}  // namespace samgak
