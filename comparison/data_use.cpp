#include "comparison/data_use.hpp"

namespace samgak {

DataUse::DataUse(const KnowledgeGraph& graph) {
  for (const EntityView node : graph.entities()) count_node(node);
  for (const StatementView edge : graph.statements()) count_edge(graph, edge);
}

void DataUse::count_node(const EntityView& node) {
  ids_.emplace_hint(ids_.end(), node.id);
  ++types_[std::string(node.type)];
  if (!node.wikidata.empty()) ++node_properties_["wikidata"];
  if (!node.aliases.empty()) ++node_properties_["alias"];
  if (!node.mentions.empty()) ++node_properties_["mention"];
  for (const AttributeView& attribute : node.attributes)
    ++node_properties_[std::string(attribute.key)];
}

void DataUse::count_edge(const KnowledgeGraph& graph, const StatementView& edge) {
  const std::string relation(edge.relation);
  ++relations_[relation];
  ++subjects_[{relation, std::string(graph.type(edge.subject))}];
  ++objects_[{relation, std::string(graph.type(edge.object))}];
  if (!edge.date.empty()) ++edge_properties_["date"];
  if (!edge.roles.empty()) ++edge_properties_["role"];
  // What every edge has.
  for (const char* property : {"status", "confidence", "evidence", "quote", "rule"})
    ++edge_properties_[property];
}

}  // namespace samgak
