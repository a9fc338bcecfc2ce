// The documents that a graph rests on, and what was read under their names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace samgak::detail {

/// Calls `visit(name, checksums)` for each document whose bytes are known, in order of names. There
/// is one checksum, and more (sorted) only where versions of a text were joined.
template <typename Visit>
void for_each_source(const KnowledgeGraph& graph, Visit visit) {
  std::vector<std::string> checksums;
  for (std::uint32_t i = 0; i < graph.document_count();) {
    const std::string_view name = graph.document(i).name;
    checksums.clear();
    for (; i < graph.document_count() && graph.document(i).name == name; ++i) {
      checksums.push_back(graph.document(i).checksum.hex());
    }
    visit(name, checksums);
  }
}

}  // namespace samgak::detail
