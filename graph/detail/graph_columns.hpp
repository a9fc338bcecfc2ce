// What a frozen graph is made of. Only KnowledgeGraph and GraphBuilder know it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/boost_view.hpp"
#include "graph/detail/packed.hpp"
#include "text/sha256.hpp"

namespace samgak::detail {

/// What is known of an edge besides its object and its record: in one place, so that a walk in
/// another order than that of the graph waits for memory once and not four times; packed, because
/// there are many.
struct [[gnu::packed]] EdgeRow {
  std::uint64_t hash;
  std::uint32_t subject;
  std::uint32_t record;  ///< from the start of the block
  std::uint16_t relation;
};

/// A symbol and what was read under that name.
struct DocumentRow {
  std::uint32_t name = 0;
  Sha256 checksum;

  friend auto operator<=>(const DocumentRow&, const DocumentRow&) = default;
};

/// Columns with one entry a node or edge, and an arena in which node records and edge records lie
/// in order:
///
///     node: name, name_en, name_ja, wikidata, aliases, attributes, conflicts, mentions, claims
///     edge: confidence (1 byte), flags (1 byte), [date], [date conflicts], [roles], count of
///     evidence, evidence
///
/// A list is its count and, when that is not 0, the bytes it takes and its items.
struct GraphColumns {
  /// Edge records are found from the start of their block of 2^8 edges: four bytes an edge in place
  /// of eight.
  static constexpr std::uint32_t kBlockShift = 8;
  static constexpr std::uint8_t kStatusBits = 3;
  static constexpr std::uint8_t kHasDate = 4;
  static constexpr std::uint8_t kHasConflicts = 8;
  static constexpr std::uint8_t kHasRoles = 16;

  Symbols symbols;
  std::vector<std::string> types;
  std::vector<std::string> relations;
  std::vector<std::string> attribute_keys;
  std::vector<DocumentRow> documents;  ///< sorted; those that something cites

  std::string ids;
  std::vector<std::uint64_t> id_begin = {0};  ///< one more than nodes
  std::vector<std::uint16_t> node_type;
  std::vector<std::uint64_t> node_record;

  Topology topology;  ///< rows and objects of the edges
  std::vector<EdgeRow> edges;
  std::vector<std::uint64_t> block;

  std::string arena;
};

}  // namespace samgak::detail
