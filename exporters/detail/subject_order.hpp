// The order in which the lines of canonical N-Quads stand, found without sorting the lines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace samgak::detail {

/// Where the IRIs of a graph sort. A line begins with `<`, the base, a path and `>`; so a path
/// sorts by its bytes and then `>`, which comes after digits, dots, slashes and hyphens: `a/12`
/// before `a/1`. Mentions are subjects of their own, `a/1#m1`, and may lie far from `a/1`.
class SubjectOrder {
 public:
  struct Subject {
    EntityIndex entity{};
    bool mentions = false;  ///< the mentions of the entity, not the entity itself
  };

  explicit SubjectOrder(const KnowledgeGraph& graph);

  /// The path of the entity's IRI behind the base.
  [[nodiscard]] std::string_view path(EntityIndex index) const {
    return paths_.empty() ? graph_.id(index) : std::string_view(paths_[number(index)]);
  }
  /// How many subjects there are, and the one at a place.
  [[nodiscard]] std::size_t size() const { return subjects_.size(); }
  [[nodiscard]] Subject operator[](std::size_t at) const {
    return {EntityIndex{subjects_[at] >> 1}, (subjects_[at] & 1) == 0};
  }
  /// The place before which the statements stand.
  [[nodiscard]] std::size_t statements_at() const { return statements_at_; }
  /// The place before which the documents stand, which no entity's path can come between.
  [[nodiscard]] std::size_t documents_at() const { return documents_at_; }
  /// Where the entity sorts among entities.
  [[nodiscard]] std::uint32_t rank(EntityIndex index) const { return rank_[number(index)]; }

 private:
  void merge(const std::vector<std::uint32_t>& by_path);

  const KnowledgeGraph& graph_;
  std::vector<std::string> paths_;       ///< empty where every id is its own path
  std::vector<std::uint32_t> subjects_;  ///< number of the entity times 2, plus 1 for itself
  std::vector<std::uint32_t> rank_;
  std::size_t statements_at_ = 0;
  std::size_t documents_at_ = 0;
};

/// Makes `numbers` 1 to `count` in the byte order of their decimal texts with `>` behind them: 10
/// before 1.
void order_numbers(std::uint32_t count, std::vector<std::uint32_t>& numbers);

}  // namespace samgak::detail
