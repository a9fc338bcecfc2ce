// Who held which post when, as the gazetteer and the graph know it.
#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "ontology/gazetteer_entry.hpp"

namespace samgak {

/// Answers whether a tie such as `worksFor` still held when something happened. Looks at a graph,
/// which must outlive it.
class PostHistory {
 public:
  PostHistory(const KnowledgeGraph& graph, const std::vector<GazetteerEntry>& gazetteer);

  /// Did the tie of `post` (an edge from a person to a body) hold when `event` (an edge from the
  /// person to a meeting) happened? In this order:
  ///   - a post that every text calls a former one did not;
  ///   - a tenure in the gazetteer decides, where the meeting has a date;
  ///   - so does the date of the edge: the post holds from that day until the next dated post
  ///   elsewhere begins;
  ///   - else the two must be told by one text, in which the person has no other post.
  [[nodiscard]] bool held_during(const StatementView& post, const StatementView& event) const;

 private:
  struct DatedPost {
    std::string from;
    EntityIndex body;
  };

  [[nodiscard]] const GazetteerEntry* entry(EntityIndex person) const;
  [[nodiscard]] bool superseded(const StatementView& post, std::string_view date) const;
  [[nodiscard]] bool told_together(const StatementView& post, const StatementView& event) const;

  const KnowledgeGraph& graph_;
  std::unordered_map<std::string_view, const GazetteerEntry*> people_;
};

}  // namespace samgak
