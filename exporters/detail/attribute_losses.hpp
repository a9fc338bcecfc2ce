// Attributes that a format with one column for each key cannot hold.
#pragma once

#include <string_view>
#include <vector>

#include "exporters/loss_report.hpp"
#include "graph/knowledge_graph.hpp"

namespace samgak::detail {

/// Adds to `report` the values whose key is not among `keys`, which are sorted: keys that are not
/// plain, mean something else already, or differ from another only in case.
void report_lost_attributes(LossReport& report, const KnowledgeGraph& graph,
                            const std::vector<std::string_view>& keys);

}  // namespace samgak::detail
