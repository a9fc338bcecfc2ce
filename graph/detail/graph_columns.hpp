// What a frozen graph is made of. Only KnowledgeGraph and GraphBuilder know it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/boost_view.hpp"
#include "graph/detail/packed.hpp"

namespace samgak::detail {

/// Columns with one entry a node or edge, and an arena in which node records and edge records lie in order:
///
///     node: name, name_en, name_ja, wikidata, aliases, attributes, conflicts, mentions, claims
///     edge: confidence (1 byte), flags (1 byte), [date], [date conflicts], [roles], count of evidence, evidence
///
/// A list is its count and, when that is not 0, the bytes it takes and its items.
struct GraphColumns {
  /// Edge records are found from the start of their block of 2^8 edges: four bytes an edge in place of eight.
  static constexpr std::uint32_t kBlockShift = 8;
  static constexpr std::uint8_t kStatusBits = 3;
  static constexpr std::uint8_t kHasDate = 4;
  static constexpr std::uint8_t kHasConflicts = 8;
  static constexpr std::uint8_t kHasRoles = 16;

  Symbols symbols;
  std::vector<std::string> types;
  std::vector<std::string> relations;
  std::vector<std::string> attribute_keys;

  std::string ids;
  std::vector<std::uint64_t> id_begin = {0};  ///< one more than nodes
  std::vector<std::uint16_t> node_type;
  std::vector<std::uint64_t> node_record;

  Topology topology;                   ///< rows and objects of the edges
  std::vector<std::uint32_t> subject;  ///< the row of each edge
  std::vector<std::uint16_t> relation;
  std::vector<std::uint64_t> hash;
  std::vector<std::uint64_t> block;
  std::vector<std::uint32_t> edge_record;

  std::string arena;
};

}  // namespace samgak::detail
