// The quotes of a graph by their place.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace samgak::review {

struct Passage {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string_view quote;

  [[nodiscard]] bool holds(const PlaceView& place) const {
    return begin <= place.begin && place.end <= end;
  }
};

/// Built once; views point into the graph, which must outlive it.
class Passages {
 public:
  explicit Passages(const KnowledgeGraph& graph);

  /// The shortest quote that holds `place`; without one, the quote that shares most with it; null
  /// when none does.
  [[nodiscard]] const Passage* around(const PlaceView& place) const;

 private:
  struct OfDocument {
    std::vector<Passage> sorted;  ///< by begin, then end
    std::uint32_t longest = 0;
  };
  std::unordered_map<std::string_view, OfDocument> documents_;
};

}  // namespace samgak::review
