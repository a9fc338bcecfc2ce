// How a graph uses the classes and relations of the ontology, those that it never uses included.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "ontology/schema.hpp"

namespace samgak::review {

struct ClassUsage {
  std::string name;
  bool known = true;              ///< the ontology declares it
  bool of_nodes = true;           ///< it or a class below it may stand at an end of a relation
  std::uint32_t nodes = 0;        ///< whose type is this very class
  std::uint32_t nodes_below = 0;  ///< whose type is this class or one below it
  std::uint32_t mentions = 0;
  std::uint32_t documents = 0;   ///< that mention one of the nodes
  std::uint32_t statements = 0;  ///< that begin or end at one of the nodes, each once
};

/// Statements of one relation from nodes of one type to nodes of another.
struct SignatureUsage {
  std::string subject_type;
  std::string object_type;
  bool allowed = true;                       ///< by the ontology
  std::array<std::uint32_t, 3> by_status{};  ///< in the order of `Status`
  std::uint32_t documents = 0;

  [[nodiscard]] std::uint32_t total() const { return by_status[0] + by_status[1] + by_status[2]; }
};

struct RelationUsage {
  std::string name;
  bool known = true;
  std::uint32_t statements = 0;
  std::uint32_t evidence = 0;
  std::uint32_t documents = 0;
  std::vector<SignatureUsage> signatures;  ///< those in use, most frequent first
};

struct Usage {
  std::vector<ClassUsage> classes;       ///< in the order of the schema, unknown ones behind
  std::vector<RelationUsage> relations;  ///< likewise
  std::uint32_t documents = 0;
  std::uint32_t evidence = 0;
  std::uint32_t mentions = 0;
};

/// Linear in the graph.
[[nodiscard]] Usage compute_usage(const KnowledgeGraph& graph, const Schema& schema);

}  // namespace samgak::review
