#include "exporters/detail/neo4j_schema.hpp"

#include <fmt/format.h>

#include <set>

#include "exporters/detail/names.hpp"

namespace samgak::detail {

namespace {

/// Neo4j refuses a node whose indexed value is larger than about 8 KiB.
constexpr std::size_t kLargestIndexed = 8000;

bool names_fit_index(const KnowledgeGraph& graph) {
  for (const EntityView& entity : graph.entities()) {
    if (entity.name.size() > kLargestIndexed) return false;
  }
  return true;
}

}  // namespace

void append_neo4j_schema(Sink& sink, const KnowledgeGraph& graph) {
  sink.append(
      "CREATE CONSTRAINT samgak_entity_uid IF NOT EXISTS FOR (n:Entity) REQUIRE n.uid IS "
      "UNIQUE;\n");
  if (names_fit_index(graph)) {
    sink.append("CREATE INDEX samgak_entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name);\n");
  }
  sink.append("CREATE INDEX samgak_entity_date IF NOT EXISTS FOR (n:Entity) ON (n.dateFrom);\n");
  std::set<std::string_view> types;
  for (const std::string& relation : graph.relations()) types.insert(label_of_relation(relation));
  for (const std::string_view type : types) {
    sink.append(fmt::format(
        "CREATE INDEX samgak_{0}_uid IF NOT EXISTS FOR ()-[r:{0}]-() ON (r.uid);\n", type));
  }
}

}  // namespace samgak::detail
