#include "exporters/detail/dot_map.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "exporters/detail/label_text.hpp"
#include "exporters/detail/names.hpp"

namespace samgak::detail {

namespace {

/// Points of the page for a unit of the layout: names are wider than they are high.
constexpr float kAcross = 0.42F;
constexpr float kDown = 0.30F;
constexpr unsigned kSmallestLetters = 9;
constexpr unsigned kLargestLetters = 96;
/// A letter that counts one column, the distance of lines, and what lies around a name, in parts of
/// the size of its letters: a little more than fonts need.
constexpr float kColumn = 0.58F;
constexpr float kLine = 1.3F;
constexpr float kMargin = 0.9F;

/// The page in squares, each taken or free.
class Room {
 public:
  explicit Room(const std::vector<Point>& places) {
    for (const Point p : places) {
      low_ = {std::min(low_.x, p.x), std::min(low_.y, p.y)};
      high_ = {std::max(high_.x, p.x), std::max(high_.y, p.y)};
    }
    columns_ = column(high_.x) + 1;
    taken_.resize(columns_ * (row(high_.y) + 1));
  }

  [[nodiscard]] float width() const { return high_.x - low_.x; }
  [[nodiscard]] float height() const { return high_.y - low_.y; }

  /// Takes the room of a name around `centre`, unless some of it is taken.
  bool take(Point centre, float width, float height) {
    const std::size_t left = column(centre.x - width / 2);
    const std::size_t right = column(centre.x + width / 2);
    const std::size_t top = row(centre.y + height / 2);
    for (std::size_t y = row(centre.y - height / 2); y <= top; ++y) {
      for (std::size_t x = left; x <= right; ++x) {
        if (taken_[y * columns_ + x]) return false;
      }
    }
    for (std::size_t y = row(centre.y - height / 2); y <= top; ++y) {
      std::fill(taken_.begin() + static_cast<std::ptrdiff_t>(y * columns_ + left),
                taken_.begin() + static_cast<std::ptrdiff_t>(y * columns_ + right + 1), true);
    }
    return true;
  }

 private:
  static constexpr float kSquare = 6.0F;

  /// What hangs over the edge counts as in the last square.
  [[nodiscard]] std::size_t column(float x) const {
    return static_cast<std::size_t>((std::clamp(x, low_.x, high_.x) - low_.x) / kSquare);
  }
  [[nodiscard]] std::size_t row(float y) const {
    return static_cast<std::size_t>((std::clamp(y, low_.y, high_.y) - low_.y) / kSquare);
  }

  Point low_;
  Point high_;
  std::size_t columns_ = 0;
  std::vector<bool> taken_;
};

/// Springs crowd in the middle and leave the rim empty. Each place moves half the way, straight
/// from or to the middle, to where all would lie evenly in a disc.
void even_out(std::vector<Point>& places) {
  const auto radius = [&](std::uint32_t v) { return std::hypot(places[v].x, places[v].y); };
  std::vector<std::uint32_t> order(places.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const float ra = radius(a);
    const float rb = radius(b);
    return ra != rb ? ra < rb : a < b;
  });
  if (order.empty()) return;
  // The few that lie far out do not say how large the disc is.
  const float rim = radius(order[order.size() - 1 - order.size() / 50]);
  for (std::size_t i = 0; i < order.size(); ++i) {
    Point& place = places[order[i]];
    const float from = std::hypot(place.x, place.y);
    if (from < 1.0F) continue;
    const float even = rim * std::sqrt(static_cast<float>(i) / static_cast<float>(order.size()));
    const float factor = 0.5F * (1.0F + even / from);
    place = {place.x * factor, place.y * factor};
  }
}

struct Block {
  std::size_t columns = 0;
  std::size_t lines = 1;
};

/// How much room the lines of a name need.
Block block_of(std::string_view lines) {
  Block block;
  for (std::size_t at = 0;;) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    block.columns = std::max(block.columns, columns_of(lines.substr(at, end - at)));
    if (end == lines.size()) return block;
    ++block.lines;
    at = end + 1;
  }
}

}  // namespace

DotMap::DotMap(const KnowledgeGraph& graph, std::string_view language) : places_(layout(graph)) {
  even_out(places_);
  for (Point& p : places_) p = {p.x * kAcross, p.y * kDown};
  count_edges(graph);
  place_names(graph, language);
}

double DotMap::dot(EntityIndex node) const {
  return std::min(24.0, 3.0 + std::sqrt(degree_[number(node)]));
}

void DotMap::count_edges(const KnowledgeGraph& graph) {
  degree_.assign(graph.entity_count(), 0);
  for (std::uint32_t e = 0; e < graph.statement_count(); ++e) {
    ++degree_[number(graph.subject(StatementIndex{e}))];
    ++degree_[number(graph.object(StatementIndex{e}))];
  }
}

std::vector<std::uint32_t> DotMap::by_degree() const {
  std::vector<std::uint32_t> nodes(degree_.size());
  std::iota(nodes.begin(), nodes.end(), 0U);
  std::sort(nodes.begin(), nodes.end(), [this](std::uint32_t a, std::uint32_t b) {
    return degree_[a] != degree_[b] ? degree_[a] > degree_[b] : a < b;
  });
  return nodes;
}

void DotMap::place_names(const KnowledgeGraph& graph, std::string_view language) {
  Room room(places_);
  // The largest names can be read while the whole page is seen.
  const float side = std::max(room.width(), room.height());
  const unsigned largest =
      std::clamp(static_cast<unsigned>(side / 80.0F), 2 * kSmallestLetters, kLargestLetters);
  legend_letters_ = largest;
  letters_.assign(places_.size(), 0);
  const std::vector<std::uint32_t> nodes = by_degree();
  const double most = nodes.empty() ? 1.0 : std::max(1U, degree_[nodes.front()]);
  std::uint64_t cuts = 0;
  for (const std::uint32_t node : nodes) {
    const std::string name = wrapped(
        shortened(display_name(graph.entity(EntityIndex{node}), language), kMapNameBytes, cuts),
        kMapColumns);
    const Block block = block_of(name);
    auto letters = kSmallestLetters + static_cast<unsigned>((largest - kSmallestLetters) *
                                                            std::sqrt(degree_[node] / most));
    for (;; letters = std::max(kSmallestLetters, letters * 2 / 3)) {
      const auto size = static_cast<float>(letters);
      const float width = size * (kColumn * static_cast<float>(block.columns) + kMargin);
      const float height = size * (kLine * static_cast<float>(block.lines) + kMargin);
      if (room.take(places_[node], width, height)) {
        letters_[node] = static_cast<std::uint8_t>(letters);
        break;
      }
      if (letters == kSmallestLetters) {
        ++dots_;
        break;
      }
    }
  }
}

std::vector<std::uint32_t> DotMap::drawing_order() const {
  std::vector<std::uint32_t> nodes = by_degree();
  std::reverse(nodes.begin(), nodes.end());
  std::stable_partition(nodes.begin(), nodes.end(),
                        [this](std::uint32_t node) { return letters_[node] == 0; });
  return nodes;
}

}  // namespace samgak::detail
