// Graphs that are short enough to write by hand, for the tests of this room.
#pragma once

#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "graph/graph_builder.hpp"
#include "ontology/ontology.hpp"
#include "tests/support/hostile_graph.hpp"

namespace samgak::review {

/// Samgak's own ontology, loaded once.
inline const Ontology& own_ontology() {
  static const std::unique_ptr<const Ontology> ontology = load_ontology(std::getenv("SAMGAK_DATA"));
  return *ontology;
}

/// Collects nodes and edges of one extraction.
class SmallGraph {
 public:
  SmallGraph& node(std::string id, std::string type, std::string name) {
    Entity entity;
    entity.id = std::move(id);
    entity.type = std::move(type);
    entity.name = std::move(name);
    extraction_.entities.push_back(std::move(entity));
    return *this;
  }
  /// Says something about the node that was added last.
  SmallGraph& claim(std::string key, std::string value, std::string document, std::uint32_t at) {
    last().claims.push_back({std::move(key), std::move(value), {std::move(document), at, at + 2}});
    return *this;
  }
  SmallGraph& mention(std::string document, std::uint32_t at, std::string surface) {
    const auto length = static_cast<std::uint32_t>(surface.size());
    last().mentions.push_back({{std::move(document), at, at + length}, std::move(surface), "test"});
    return *this;
  }
  /// A quote of ten characters at `at`.
  SmallGraph& edge(std::string subject, std::string relation, std::string object,
                   std::string document, std::uint32_t at, std::string quote = "그렇게 말했다",
                   std::string date = "", std::vector<std::string> roles = {}) {
    extraction_.statements.push_back(
        {std::move(subject),
         std::move(relation),
         std::move(object),
         std::move(roles),
         std::move(date),
         {{{std::move(document), at, at + 10}, std::move(quote), "rule", "", Status::held, 0.9}}});
    return *this;
  }
  Entity& last() { return extraction_.entities.back(); }
  [[nodiscard]] KnowledgeGraph build() const { return build_graph({extraction_}); }

 private:
  Extraction extraction_;
};

}  // namespace samgak::review
