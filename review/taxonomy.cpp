#include "review/taxonomy.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace samgak::review {
namespace {

using Positions = std::map<std::string_view, std::uint32_t>;

/// Calls `visit` once for each concept below `from`, itself included.
template <typename Visit>
void walk(const Taxonomy& taxonomy, std::uint32_t from, Visit visit) {
  std::set<std::uint32_t> seen{from};
  std::vector<std::uint32_t> open{from};
  while (!open.empty()) {
    const std::uint32_t at = open.back();
    open.pop_back();
    visit(at);
    for (const std::uint32_t below : taxonomy.concepts[at].narrower) {
      if (seen.insert(below).second) open.push_back(below);
    }
  }
}

void link(Taxonomy& taxonomy, const Positions& positions) {
  for (std::uint32_t i = 0; i < taxonomy.concepts.size(); ++i) {
    bool has_broader = false;
    for (const std::string& parent : taxonomy.concepts[i].entry->parents) {
      const auto broader = positions.find(parent);
      if (broader == positions.end() || broader->second == i) continue;
      taxonomy.concepts[broader->second].narrower.push_back(i);
      has_broader = true;
    }
    if (!has_broader) taxonomy.roots.push_back(i);
  }
}

/// A ring has no root of its own: its first concept becomes one.
void reach_rings(Taxonomy& taxonomy) {
  std::vector<bool> reached(taxonomy.concepts.size(), false);
  const auto mark = [&](std::uint32_t at) { reached[at] = true; };
  for (const std::uint32_t root : taxonomy.roots) walk(taxonomy, root, mark);
  for (std::uint32_t i = 0; i < reached.size(); ++i) {
    if (reached[i]) continue;
    taxonomy.roots.push_back(i);
    walk(taxonomy, i, mark);
  }
}

}  // namespace

Taxonomy build_taxonomy(const KnowledgeGraph& graph, const Ontology& ontology,
                        std::string_view type) {
  Taxonomy out;
  Positions positions;
  for (const GazetteerEntry& entry : ontology.gazetteer) {
    if (entry.type != type) continue;
    positions.emplace(entry.id, static_cast<std::uint32_t>(out.concepts.size()));
    out.concepts.push_back({&entry, graph.find(entry.id), 0, 0, {}});
  }
  link(out, positions);
  reach_rings(out);
  for (const StatementView edge : graph.statements()) {
    for (const EntityIndex end : {edge.subject, edge.object}) {
      const auto found = positions.find(graph.id(end));
      if (found != positions.end()) ++out.concepts[found->second].statements;
    }
  }
  for (std::uint32_t i = 0; i < out.concepts.size(); ++i) {
    walk(out, i, [&](std::uint32_t below) {
      out.concepts[i].statements_below += out.concepts[below].statements;
    });
  }
  return out;
}

}  // namespace samgak::review
