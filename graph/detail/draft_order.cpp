#include "graph/detail/draft_order.hpp"

#include <utility>

namespace samgak::detail {

bool EvidenceLess::operator()(const EvidenceDraft& a, const EvidenceDraft& b) const {
  if (const auto c = a.edge <=> b.edge; c != 0) return c < 0;
  if (const auto c = a.place <=> b.place; c != 0) return c < 0;
  if (const auto c = a.rule <=> b.rule; c != 0) return c < 0;
  if (const auto c = a.packed <=> b.packed; c != 0) return c < 0;
  if (texts->less(a.quote, b.quote)) return true;
  return !texts->less(b.quote, a.quote) && texts->less(a.bindings, b.bindings);
}

DraftOrder sort_drafts(GraphDrafts& drafts, const Ranks& ranks) {
  const std::vector<std::uint32_t>& symbol = ranks.symbol;
  const auto nodes = static_cast<std::uint32_t>(ranks.node.size());
  const auto ranked = [&](EdgeKey edge) -> EdgeKey {
    return {ranks.node[edge.subject], symbol[edge.relation], ranks.node[edge.object]};
  };
  const auto ranked_place = [&](PlaceDraft place) -> PlaceDraft {
    return {symbol[place.document], place.begin, place.end};
  };
  const auto rank_item = [&](NodeItemDraft& row) {
    row = {ranks.node[row.node], ranked_place(row.place), symbol[row.first], symbol[row.second]};
  };
  const auto rank_value = [&](EdgeValueDraft& row) { row = {ranked(row.edge), symbol[row.value]}; };
  std::vector<bool> is_relation(symbol.size());
  const auto rank_evidence = [&](EvidenceDraft& row) {
    row.edge = ranked(row.edge);
    row.place = ranked_place(row.place);
    row.rule = symbol[row.rule];
    is_relation[row.edge.relation] = true;
  };
  DraftOrder order;
  order.mentions = {std::move(drafts.mentions), nodes, rank_item};
  order.claims = {std::move(drafts.claims), nodes, rank_item};
  order.evidence = {std::move(drafts.evidence), nodes, rank_evidence, EvidenceLess{&drafts.texts}};
  order.dates = {std::move(drafts.dates), nodes, rank_value};
  order.roles = {std::move(drafts.roles), nodes, rank_value};
  for (std::uint32_t rank = 0; rank < is_relation.size(); ++rank) {
    if (is_relation[rank]) order.relations.push_back(rank);
  }
  return order;
}

}  // namespace samgak::detail
