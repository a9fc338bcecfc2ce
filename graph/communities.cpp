#include "graph/communities.hpp"

#include <algorithm>
#include <numeric>

#include "graph/boost_view.hpp"

namespace samgak {

namespace {

/// Labels settle long before; the bound is there for graphs on which they would swing for ever.
constexpr int kRounds = 40;

}  // namespace

std::uint32_t number_groups(std::vector<std::uint32_t>& group) {
  struct Group {
    std::uint32_t size = 0;
    std::uint32_t first = 0;
    std::uint32_t old = 0;
  };
  std::vector<Group> groups(group.size());
  for (std::uint32_t i = 0; i < group.size(); ++i) {
    Group& g = groups[group[i]];
    if (g.size++ == 0) g.first = i;
    g.old = group[i];
  }
  std::erase_if(groups, [](const Group& g) { return g.size == 0; });
  std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
    return a.size != b.size ? a.size > b.size : a.first < b.first;
  });
  std::vector<std::uint32_t> fresh(group.size());
  for (std::uint32_t i = 0; i < groups.size(); ++i) fresh[groups[i].old] = i;
  for (std::uint32_t& g : group) g = fresh[g];
  return static_cast<std::uint32_t>(groups.size());
}

std::vector<std::uint32_t> find_communities(const KnowledgeGraph& graph) {
  const std::uint32_t n = graph.entity_count();
  const DirectedTopology& outgoing = boost_view(graph);
  const IncomingEdges incoming(graph);
  std::vector<std::uint32_t> label(n);
  std::iota(label.begin(), label.end(), 0u);
  std::vector<std::uint32_t> votes(n, 0);
  std::vector<std::uint32_t> seen;
  bool changed = true;
  for (int round = 0; changed && round < kRounds; ++round) {
    changed = false;
    for (std::uint32_t v = 0; v < n; ++v) {
      seen.clear();
      const auto vote = [&](std::uint32_t w) {
        if (w != v && votes[label[w]]++ == 0) seen.push_back(label[w]);
      };
      for (const auto w : boost::make_iterator_range(boost::adjacent_vertices(v, outgoing))) {
        vote(w);
      }
      for (const auto* e = incoming.begin(EntityIndex{v}); e != incoming.end(EntityIndex{v}); ++e) {
        vote(number(graph.subject(StatementIndex{*e})));
      }
      std::uint32_t best = label[v];
      for (const std::uint32_t candidate : seen) {
        const bool more = votes[candidate] > votes[best];
        const bool smaller =
            votes[candidate] == votes[best] && best != label[v] && candidate < best;
        if (more || smaller) best = candidate;
      }
      changed = changed || best != label[v];
      for (const std::uint32_t candidate : seen) votes[candidate] = 0;
      label[v] = best;
    }
  }
  return label;
}

}  // namespace samgak
