#include "comparison/entailment_comparison.hpp"

#include <map>
#include <string>

#include "comparison/graph_comparison.hpp"
#include "reasoning/inferred_graph.hpp"

namespace samgak {

std::vector<EntailmentChange> compare_entailments(const KnowledgeGraph& data,
                                                  const OntologyVersion& before,
                                                  const OntologyVersion& after) {
  const auto closure = [&](const OntologyVersion& version) {
    return with_inferences(data, version.vocabulary().graph(), version.gazetteer());
  };
  std::map<std::string, EntailmentChange> by_relation;
  for (const Change& change : compare_graphs(closure(before), closure(after))) {
    if (change.what != ChangeOf::statement || change.kind == ChangeKind::changed) continue;
    // The id of a statement is its subject, relation and object, none of which has a space.
    const std::size_t begin = change.id.find(' ') + 1;
    const std::string relation = change.id.substr(begin, change.id.find(' ', begin) - begin);
    EntailmentChange& entailment = by_relation[relation];
    entailment.relation = relation;
    ++(change.kind == ChangeKind::removed ? entailment.lost : entailment.gained);
  }
  std::vector<EntailmentChange> out;
  for (auto& [relation, entailment] : by_relation) out.push_back(std::move(entailment));
  return out;
}

}  // namespace samgak
