#include "graph/boost_view.hpp"

#include <algorithm>
#include <utility>

namespace samgak {

UndirectedTopology undirected_view(const KnowledgeGraph& graph) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  pairs.reserve(graph.statement_count());
  for (std::uint32_t e = 0; e < graph.statement_count(); ++e) {
    const std::uint32_t a = number(graph.subject(StatementIndex{e}));
    const std::uint32_t b = number(graph.object(StatementIndex{e}));
    if (a != b) pairs.emplace_back(std::min(a, b), std::max(a, b));
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return UndirectedTopology(pairs.begin(), pairs.end(), graph.entity_count());
}

IncomingEdges::IncomingEdges(const KnowledgeGraph& graph)
    : first_(graph.entity_count() + 1, 0), edges_(graph.statement_count()) {
  for (std::uint32_t e = 0; e < graph.statement_count(); ++e) {
    ++first_[number(graph.object(StatementIndex{e})) + 1];
  }
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (std::uint32_t e = 0; e < graph.statement_count(); ++e) {
    edges_[next[number(graph.object(StatementIndex{e}))]++] = e;
  }
}

}  // namespace samgak
