#include "reasoning/post_history.hpp"

#include <algorithm>
#include <set>

#include "reasoning/tenure.hpp"

namespace samgak {

namespace {

using Documents = std::set<std::string_view>;

Documents documents_of(const StatementView& statement) {
  Documents out;
  for_each_document(statement.evidence, [&](std::string_view document) { out.insert(document); });
  return out;
}

}  // namespace

PostHistory::PostHistory(const KnowledgeGraph& graph, const std::vector<GazetteerEntry>& gazetteer)
    : graph_(graph) {
  for (const GazetteerEntry& entry : gazetteer) {
    if (!entry.valid_from.empty() || !entry.valid_until.empty()) people_.emplace(entry.id, &entry);
  }
}

const GazetteerEntry* PostHistory::entry(EntityIndex person) const {
  const auto found = people_.find(graph_.id(person));
  return found == people_.end() ? nullptr : found->second;
}

/// A later post elsewhere that had begun by `date`.
bool PostHistory::superseded(const StatementView& post, std::string_view date) const {
  for (const StatementView& other : graph_.statements_from(post.subject)) {
    const bool later = other.relation == post.relation && other.object != post.object &&
                       !other.date.empty() && other.date > post.date;
    if (later && lies_in(date, {other.date, {}})) return true;
  }
  return false;
}

bool PostHistory::told_together(const StatementView& post, const StatementView& event) const {
  const Documents events = documents_of(event);
  Documents shared;
  for (const std::string_view document : documents_of(post)) {
    if (events.contains(document)) shared.insert(document);
  }
  for (const StatementView& other : graph_.statements_from(post.subject)) {
    if (other.relation != post.relation || other.object == post.object) continue;
    for (const std::string_view document : documents_of(other)) shared.erase(document);
  }
  return !shared.empty();
}

bool PostHistory::held_during(const StatementView& post, const StatementView& event) const {
  const bool former =
      !post.roles.empty() && std::all_of(post.roles.begin(), post.roles.end(), is_former_role);
  if (former) return false;
  std::string_view date = graph_.entity(event.object).date();
  if (date.empty()) date = event.date;
  if (!date.empty()) {
    const GazetteerEntry* known = entry(post.subject);
    const bool about_this_post =
        known != nullptr && std::find(known->parents.begin(), known->parents.end(),
                                      graph_.id(post.object)) != known->parents.end();
    if (about_this_post) return lies_in(date, {known->valid_from, known->valid_until});
    if (!post.date.empty()) return lies_in(date, {post.date, {}}) && !superseded(post, date);
  }
  return told_together(post, event);
}

}  // namespace samgak
