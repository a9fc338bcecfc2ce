#include "graph/document_removal.hpp"

#include <algorithm>
#include <vector>

namespace samgak {

namespace {

using Names = std::set<std::string, std::less<>>;

/// Takes away names that only `documents` used. The first name of a node that has lost it is the
/// longest that is left.
void forget_names(Entity& entity, const Names& documents) {
  Names gone;
  Names used;
  for (const EntityMention& m : entity.mentions) {
    (documents.contains(m.place.document) ? gone : used).insert(m.surface);
  }
  const auto unused = [&](const std::string& name) {
    return gone.contains(name) && !used.contains(name);
  };
  std::erase_if(entity.aliases, unused);
  if (!unused(entity.name)) return;
  const auto longest = std::max_element(entity.aliases.begin(), entity.aliases.end(),
                                        [](const std::string& a, const std::string& b) {
                                          return a.size() != b.size() ? a.size() < b.size() : a > b;
                                        });
  if (longest == entity.aliases.end()) return;
  entity.name = *longest;
  entity.aliases.erase(longest);
}

}  // namespace

Extraction without_documents(const KnowledgeGraph& graph, const Names& documents,
                             const std::function<bool(std::string_view id)>& is_listed) {
  Extraction out;
  std::vector<bool> had(graph.entity_count(), false);
  std::vector<bool> has(graph.entity_count(), false);
  for (const StatementView edge : graph.statements()) {
    std::vector<Statement> statements;
    thaw(graph, edge, statements);
    had[number(edge.subject)] = had[number(edge.object)] = true;
    for (Statement& statement : statements) {
      std::erase_if(statement.evidence,
                    [&](const Evidence& e) { return documents.contains(e.place.document); });
      if (statement.evidence.empty()) continue;
      has[number(edge.subject)] = has[number(edge.object)] = true;
      out.statements.push_back(std::move(statement));
    }
  }
  for (const EntityView node : graph.entities()) {
    Entity entity = thaw(node);
    const bool stood_alone = entity.mentions.empty() && !had[number(node.index)];
    if (!is_listed(node.id)) forget_names(entity, documents);
    std::erase_if(entity.mentions,
                  [&](const EntityMention& m) { return documents.contains(m.place.document); });
    std::erase_if(entity.claims,
                  [&](const AttributeClaim& c) { return documents.contains(c.place.document); });
    if (stood_alone || has[number(node.index)] || !entity.mentions.empty()) {
      out.entities.push_back(std::move(entity));
    }
  }
  out.sources = thaw_documents(graph);
  std::erase_if(out.sources,
                [&](const SourceDocument& source) { return documents.contains(source.name); });
  return out;
}

}  // namespace samgak
