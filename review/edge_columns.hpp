// The edges of the page, column by column: what those that texts tell and those that were inferred
// have in common.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "review/json_block.hpp"

namespace samgak::review {

using Column = std::vector<std::uint32_t>;

/// Each text once, numbered in the order of coming.
class TextPool {
 public:
  std::uint32_t operator[](std::string_view text);
  void write(JsonBlock& json, std::string_view name) const;

 private:
  std::deque<std::string> texts_;  // addresses stay
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

/// A status as one character of a column: `0` held, `1` planned, `2` proposed.
[[nodiscard]] char status_digit(Status status);

class EdgeColumns {
 public:
  /// `first` is where the edge's own list (of evidence, of premises) begins.
  void add(EntityIndex subject, EntityIndex object, std::uint32_t relation,
           const StatementView& edge, std::size_t first);
  /// Writes the columns as members of the open object. `end` is where the last list ends.
  void write(JsonBlock& json, std::size_t end) const;

 private:
  Column subject_, object_, relation_, confidence_, first_;
  std::string status_;
};

}  // namespace samgak::review
