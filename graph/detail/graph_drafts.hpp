// What GraphBuilder gathers before it freezes: rows of numbers and views into kept texts.
#pragma once

#include <array>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/detail/graph_columns.hpp"
#include "graph/detail/interner.hpp"

namespace samgak::detail {

/// Numbers of `GraphDrafts::symbols` stand for document, reason, rule, key and value.
struct PlaceDraft {
  std::uint32_t document = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend auto operator<=>(const PlaceDraft&, const PlaceDraft&) = default;
};

struct MentionDraft {
  PlaceDraft place;
  std::uint32_t reason = 0;
  std::string_view surface;

  friend auto operator<=>(const MentionDraft&, const MentionDraft&) = default;
};

struct ClaimDraft {
  PlaceDraft place;
  std::uint32_t key = 0;
  std::uint32_t value = 0;

  friend auto operator<=>(const ClaimDraft&, const ClaimDraft&) = default;
};

struct NodeDraft {
  bool described = false;  ///< false while only statements speak of it
  std::string_view type;
  std::array<std::string_view, 3> names;  ///< preferred, English, Japanese
  std::string_view wikidata;
  std::vector<std::uint32_t> aliases;  ///< numbers of `GraphDrafts::names`
  std::size_t aliases_limit = 16;      ///< size at which repetitions are dropped
  std::vector<MentionDraft> mentions;
  std::vector<ClaimDraft> claims;
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
  const char* texts = nullptr;  ///< quote, then bindings
  std::uint32_t quote_size = 0;
  std::uint32_t bindings_size = 0;

  [[nodiscard]] std::string_view quote() const { return {texts, quote_size}; }
  [[nodiscard]] std::string_view bindings() const { return {texts + quote_size, bindings_size}; }
};

/// A date or a role of an edge.
struct EdgeValueDraft {
  EdgeKey edge;
  std::uint32_t value = 0;

  friend auto operator<=>(const EdgeValueDraft&, const EdgeValueDraft&) = default;
};

struct GraphDrafts {
  Interner symbols;
  Interner ids;
  Interner names;
  TextBlocks texts;
  std::vector<NodeDraft> nodes;  ///< by number of the id
  std::vector<EvidenceDraft> evidence;
  std::vector<EdgeValueDraft> dates;
  std::vector<EdgeValueDraft> roles;
};

/// Sorts, merges and packs. Throws `LoadError` when a statement speaks of an entity that nobody described, or when
/// the graph has more types or relations than a column can number (65,535).
[[nodiscard]] std::unique_ptr<const GraphColumns> freeze(GraphDrafts drafts);

}  // namespace samgak::detail
