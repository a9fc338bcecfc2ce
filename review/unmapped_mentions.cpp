#include "review/unmapped_mentions.hpp"

#include <algorithm>

namespace samgak::review {

bool is_mapped(const EntityView& node, const Ontology& ontology) {
  return !node.wikidata.empty() || ontology.find(node.id) != nullptr;
}

std::vector<UnmappedMention> rank_unmapped(const KnowledgeGraph& graph, const Ontology& ontology) {
  std::vector<UnmappedMention> out;
  for (const EntityView node : graph.entities()) {
    const bool event =
        node.type == "Meeting" || node.type == "Agreement" || node.type == "Programme";
    if (event || node.mentions.empty() || is_mapped(node, ontology)) continue;
    UnmappedMention row{node.index, node.mentions.size(), 0, 0};
    for_each_document(node.mentions, [&](std::string_view) { ++row.documents; });
    row.score = std::uint64_t{row.mentions} * row.documents;
    out.push_back(row);
  }
  // Nodes come in the order of their ids.
  std::stable_sort(out.begin(), out.end(), [](const UnmappedMention& a, const UnmappedMention& b) {
    return a.score > b.score;
  });
  return out;
}

}  // namespace samgak::review
