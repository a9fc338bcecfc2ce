// A graph as statements of Cypher with parameters, for a running Neo4j (Query API, version 2).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "exporters/exporter.hpp"

namespace samgak {

/// One statement, to be run as one transaction. Running it twice changes nothing.
struct Neo4jBatch {
  std::string statement;
  std::string parameters;  ///< JSON object with one member `rows`
  std::uint64_t rows = 0;  ///< the statement returns this number when all of them arrived
};

struct Neo4jBatchLimits {
  std::size_t rows = 1000;
  std::size_t bytes = std::size_t{8} << 20;  ///< of the parameters; one row may be larger
};

/// Constraints and indexes: one statement each, without rows.
[[nodiscard]] std::vector<std::string> neo4j_schema_statements(const KnowledgeGraph& graph);

/// Hands all nodes, then all relationships to `take`, batch by batch, with the labels and
/// properties of the Cypher export. Needs memory for one batch. What `take` throws comes out.
LossReport for_each_neo4j_batch(const KnowledgeGraph& graph, const ExportOptions& options,
                                const Neo4jBatchLimits& limits,
                                const std::function<void(const Neo4jBatch&)>& take);

}  // namespace samgak
