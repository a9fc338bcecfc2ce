#include "reasoning/derivation.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "reasoning/inferred_graph.hpp"

namespace samgak {

Derivations::Derivations(const KnowledgeGraph& graph) {
  by_words_.reserve(graph.statement_count());
  for (const StatementView edge : graph.statements()) {
    by_words_.emplace(
        fmt::format("{} {} {}", graph.id(edge.subject), edge.relation, graph.id(edge.object)),
        edge.index);
  }
}

Derivation Derivations::of(const StatementView& inferred) const {
  constexpr std::string_view kFrom = " ← ";
  constexpr std::string_view kBetween = "; ";
  // All evidence of an inferred edge was bound by one rule.
  const EvidenceView evidence = *inferred.evidence.begin();
  Derivation out;
  out.rule = evidence.rule.substr(kInferredPrefix.size());
  const std::size_t from = evidence.bindings.find(kFrom);
  if (from == std::string_view::npos) return out;
  const std::string_view named = evidence.bindings.substr(from + kFrom.size());
  // An id may hold what stands between premises, so each premise reaches to where it names an edge.
  for (std::size_t begin = 0, end = 0; end < named.size();) {
    end = std::min(named.find(kBetween, end), named.size());
    const auto found = by_words_.find(std::string(named.substr(begin, end - begin)));
    if (end < named.size()) end += kBetween.size();
    if (found == by_words_.end()) continue;
    out.premises.push_back(found->second);
    begin = end;
  }
  return out;
}

}  // namespace samgak
