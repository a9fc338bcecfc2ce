// A graph of any size for measurements: the same one for the same numbers, on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace samgak {

struct GeneratedNode {
  std::string type;
  std::string label_ko;
  std::string label_en;
  std::string qid;
};

struct GeneratedEdge {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  std::string type;
  double confidence = 0;
  std::string date;
  std::string evidence;
};

struct GeneratedGraph {
  std::vector<GeneratedNode> nodes;
  std::vector<GeneratedEdge> edges;  ///< no two with the same ends and type

  /// Bytes of labels, Wikidata ids and quotes: what no format can do without.
  [[nodiscard]] std::uint64_t payload() const;
};

[[nodiscard]] GeneratedGraph generate_graph(std::uint32_t nodes, std::uint32_t edges,
                                            std::uint64_t seed);

/// The same as an extractor would hand it over, with one piece of evidence an edge.
[[nodiscard]] Extraction to_extraction(const GeneratedGraph& generated);

/// The same as Samgak holds it.
[[nodiscard]] KnowledgeGraph to_knowledge_graph(const GeneratedGraph& generated);

}  // namespace samgak
