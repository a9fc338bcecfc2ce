// When somebody held an office, as far as the texts tell.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <unordered_map>

#include "graph/knowledge_graph.hpp"

namespace samgak::review {

/// Days of which it is said, first and last, ISO 8601 to the day; empty when no day is known.
struct TimeSpan {
  std::string first;
  std::string last;

  [[nodiscard]] bool known() const { return !first.empty(); }
  friend auto operator<=>(const TimeSpan&, const TimeSpan&) = default;
};

/// Built once; the graph must outlive it.
class OfficeTimes {
 public:
  explicit OfficeTimes(const KnowledgeGraph& graph);

  /// The day of the statement itself; without one, the days of the documents that make it.
  [[nodiscard]] TimeSpan of(const StatementView& statement) const;

 private:
  /// The latest day that a document tells as held: texts look back, so earlier days say less of its
  /// own time.
  std::unordered_map<std::string_view, std::string> days_;
};

}  // namespace samgak::review
