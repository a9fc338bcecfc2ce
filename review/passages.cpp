#include "review/passages.hpp"

#include <algorithm>
#include <tuple>

namespace samgak::review {

Passages::Passages(const KnowledgeGraph& graph) {
  for (const StatementView edge : graph.statements()) {
    for (const EvidenceView& evidence : edge.evidence) {
      documents_[evidence.place.document].sorted.push_back(
          {evidence.place.begin, evidence.place.end, evidence.quote});
    }
  }
  for (auto& [name, document] : documents_) {
    std::vector<Passage>& all = document.sorted;
    const auto key = [](const Passage& p) { return std::tie(p.begin, p.end, p.quote); };
    std::sort(all.begin(), all.end(),
              [&](const Passage& a, const Passage& b) { return key(a) < key(b); });
    const auto same = [](const Passage& a, const Passage& b) {
      return a.begin == b.begin && a.end == b.end;
    };
    all.erase(std::unique(all.begin(), all.end(), same), all.end());
    for (const Passage& p : all) document.longest = std::max(document.longest, p.end - p.begin);
  }
}

const Passage* Passages::around(const PlaceView& place) const {
  const auto found = documents_.find(place.document);
  if (found == documents_.end()) return nullptr;
  const auto& [all, longest] = found->second;
  const Passage* best = nullptr;
  std::uint32_t best_shared = 0;
  const auto consider = [&](const Passage& passage) {
    const std::uint32_t begin = std::max(passage.begin, place.begin);
    const std::uint32_t end = std::min(passage.end, place.end);
    const std::uint32_t shared = end > begin ? end - begin : 0;
    const bool shorter = best != nullptr && passage.end - passage.begin < best->end - best->begin;
    if (shared == 0 || shared < best_shared || (shared == best_shared && !shorter)) return;
    best = &passage;
    best_shared = shared;
  };
  const auto after =
      std::upper_bound(all.begin(), all.end(), place.begin,
                       [](std::uint32_t begin, const Passage& p) { return begin < p.begin; });
  // No passage that begins so early reaches so far.
  for (auto at = after;
       at != all.begin() && std::uint64_t{(at - 1)->begin} + longest > place.begin;) {
    consider(*--at);
  }
  for (auto at = after; at != all.end() && at->begin < place.end; ++at) consider(*at);
  return best;
}

}  // namespace samgak::review
