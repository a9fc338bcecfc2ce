#include "graph/detail/draft_order.hpp"

#include <functional>

namespace samgak::detail {

namespace {

/// From here on rows hold ranks, which compare as the texts do.
void rank_rows(GraphDrafts& drafts, const Ranks& ranks) {
  const std::vector<std::uint32_t>& symbol = ranks.symbol;
  const auto ranked = [&](EdgeKey edge) -> EdgeKey {
    return {ranks.node[edge.subject], symbol[edge.relation], ranks.node[edge.object]};
  };
  const auto ranked_place = [&](PlaceDraft place) -> PlaceDraft {
    return {symbol[place.document], place.begin, place.end};
  };
  for (std::uint32_t i = 0; i < drafts.evidence.size(); ++i) {
    EvidenceDraft& row = drafts.evidence[i];
    row.edge = ranked(row.edge);
    row.place = ranked_place(row.place);
    row.rule = symbol[row.rule];
  }
  for (Rows<EdgeValueDraft>* rows : {&drafts.dates, &drafts.roles}) {
    for (std::uint32_t i = 0; i < rows->size(); ++i) {
      (*rows)[i] = {ranked((*rows)[i].edge), symbol[(*rows)[i].value]};
    }
  }
  for (Rows<NodeItemDraft>* rows : {&drafts.mentions, &drafts.claims}) {
    for (std::uint32_t i = 0; i < rows->size(); ++i) {
      NodeItemDraft& row = (*rows)[i];
      row = {ranks.node[row.node], ranked_place(row.place), symbol[row.first], symbol[row.second]};
    }
  }
}

std::string_view text_of(const SharedText* text) {
  return text == nullptr ? std::string_view() : text->text();
}

/// The place decides nearly always; quotes and bindings are compared only where it does not.
bool evidence_less(const EvidenceDraft& a, const EvidenceDraft& b) {
  if (const auto c = a.edge <=> b.edge; c != 0) return c < 0;
  if (const auto c = a.place <=> b.place; c != 0) return c < 0;
  if (const auto c = a.rule <=> b.rule; c != 0) return c < 0;
  if (const auto c = a.packed <=> b.packed; c != 0) return c < 0;
  if (const auto c = text_of(a.quote) <=> text_of(b.quote); c != 0) return c < 0;
  return text_of(a.bindings) < text_of(b.bindings);
}

bool evidence_equal(const EvidenceDraft& a, const EvidenceDraft& b) {
  return a.edge == b.edge && a.place == b.place && a.rule == b.rule && a.packed == b.packed &&
         text_of(a.quote) == text_of(b.quote) && text_of(a.bindings) == text_of(b.bindings);
}

}  // namespace

DraftOrder sort_drafts(GraphDrafts& drafts, const Ranks& ranks) {
  rank_rows(drafts, ranks);
  const auto nodes = static_cast<std::uint32_t>(ranks.node.size());
  const auto subject = [](const auto& row) { return row.edge.subject; };
  const auto node = [](const NodeItemDraft& row) { return row.node; };
  const std::less<> less;
  const std::equal_to<> equal;
  DraftOrder order;
  order.evidence = sorted_unique(drafts.evidence, nodes, subject, evidence_less, evidence_equal);
  order.dates = sorted_unique(drafts.dates, nodes, subject, less, equal);
  order.roles = sorted_unique(drafts.roles, nodes, subject, less, equal);
  order.mentions = sorted_unique(drafts.mentions, nodes, node, less, equal);
  order.claims = sorted_unique(drafts.claims, nodes, node, less, equal);
  return order;
}

}  // namespace samgak::detail
