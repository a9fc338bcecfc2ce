// What GraphBuilder gathers before it freezes: rows of numbers and kept texts.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "graph/detail/graph_columns.hpp"
#include "graph/detail/interner.hpp"
#include "graph/detail/rows.hpp"
#include "graph/detail/shared_texts.hpp"

namespace samgak::detail {

/// Numbers of `GraphDrafts::symbols` stand for document, reason, surface, rule, key and value.
struct PlaceDraft {
  std::uint32_t document = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend auto operator<=>(const PlaceDraft&, const PlaceDraft&) = default;
};

/// A mention (first is the reason, second the surface) or a claim (first is the key, second the
/// value) of a node.
struct NodeItemDraft {
  std::uint32_t node = 0;
  PlaceDraft place;
  std::uint32_t first = 0;
  std::uint32_t second = 0;

  friend auto operator<=>(const NodeItemDraft&, const NodeItemDraft&) = default;
};

struct NodeDraft {
  bool described = false;  ///< false while only statements speak of it
  std::uint32_t type = 0;  ///< a symbol
  /// Preferred, English and Japanese name, then the Wikidata id: one more than numbers of
  /// `GraphDrafts::names`.
  std::array<std::uint32_t, 4> names{};
  std::uint32_t aliases_limit = 16;    ///< size at which repetitions are dropped
  std::vector<std::uint32_t> aliases;  ///< numbers of `GraphDrafts::names`
};

/// Node numbers are those of `GraphDrafts::ids`; relation is a symbol.
struct EdgeKey {
  std::uint32_t subject = 0;
  std::uint32_t relation = 0;
  std::uint32_t object = 0;

  friend auto operator<=>(const EdgeKey&, const EdgeKey&) = default;
};

struct EvidenceDraft {
  EdgeKey edge;
  PlaceDraft place;
  std::uint32_t rule = 0;
  std::uint32_t packed = 0;  ///< confidence in 1/10,000 times 4, plus status
  TextNumber quote = 0;
  TextNumber bindings = 0;
};

/// A date or a role of an edge.
struct EdgeValueDraft {
  EdgeKey edge;
  std::uint32_t value = 0;

  friend auto operator<=>(const EdgeValueDraft&, const EdgeValueDraft&) = default;
};

/// By what `sorted_unique` deals rows out.
inline std::uint32_t key_of(const NodeItemDraft& row) {
  return row.node;
}
inline std::uint32_t key_of(const EvidenceDraft& row) {
  return row.edge.subject;
}
inline std::uint32_t key_of(const EdgeValueDraft& row) {
  return row.edge.subject;
}

struct GraphDrafts {
  explicit GraphDrafts(const BuilderRoom& room)
      : texts(room), mentions(room), claims(room), evidence(room), dates(room), roles(room) {}

  Interner symbols;
  Interner ids;
  Interner names;
  SharedTexts texts;
  std::vector<NodeDraft> nodes;  ///< by number of the id
  Rows<NodeItemDraft> mentions;
  Rows<NodeItemDraft> claims;
  Rows<EvidenceDraft> evidence;
  Rows<EdgeValueDraft> dates;
  Rows<EdgeValueDraft> roles;
  std::vector<DocumentRow> documents;
};

/// Sorts, merges and packs. Throws `LoadError` when a statement speaks of an entity that nobody
/// described, or when the graph has more types or relations than a column can number (65,535).
[[nodiscard]] std::unique_ptr<const GraphColumns> freeze(GraphDrafts drafts);

}  // namespace samgak::detail
