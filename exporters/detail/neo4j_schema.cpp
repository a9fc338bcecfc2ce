#include "exporters/detail/neo4j_schema.hpp"

#include <fmt/format.h>

#include <set>

#include "exporters/detail/names.hpp"

namespace samgak::detail {

void append_neo4j_schema(Sink& sink, const KnowledgeGraph& graph) {
  sink.append(
      "CREATE CONSTRAINT samgak_entity_uid IF NOT EXISTS FOR (n:Entity) REQUIRE n.uid IS UNIQUE;\n"
      "CREATE INDEX samgak_entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name);\n"
      "CREATE INDEX samgak_entity_date IF NOT EXISTS FOR (n:Entity) ON (n.dateFrom);\n");
  std::set<std::string_view> types;
  for (const std::string& relation : graph.relations()) types.insert(label_of_relation(relation));
  for (const std::string_view type : types) {
    sink.append(fmt::format(
        "CREATE INDEX samgak_{0}_uid IF NOT EXISTS FOR ()-[r:{0}]-() ON (r.uid);\n", type));
  }
}

}  // namespace samgak::detail
