// Rows of one Cypher statement. Neo4j's planner walks the tree of a statement dozens of times, so a
// value of its own for each cell would cost it a tenth of a millisecond: a row is one text, which
// the statement splits.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/sink.hpp"

namespace samgak::detail {

/// How a statement reads a cell.
enum class CypherCell : std::uint8_t {
  text,           ///< always there
  optional_text,  ///< null when absent
  optional_day,
  integer,
  number,
  texts,           ///< lists: empty when absent
  optional_texts,  ///< null when absent
  integers,
  numbers
};

struct CypherColumn {
  std::string name;
  CypherCell kind = CypherCell::text;
};

/// Collects rows and writes them as a list of texts. Cells and items are parted by characters that
/// no value of these rows holds, so every value comes back as it was.
class CypherRows {
 public:
  /// A cell of one value: `text`, `integer`, `number`.
  void cell(std::string_view value) {
    next_cell();
    values_ += value;
  }
  /// A cell that may hold nothing or any number of items, each added by `item`.
  void items() { next_cell(); }
  void item(std::string_view value) {
    mark(Mark::item);
    values_ += value;
  }
  void optional(std::string_view value, bool present) {
    items();
    if (present) item(value);
  }
  void end_row();

  [[nodiscard]] std::size_t size() const { return rows_; }
  [[nodiscard]] std::size_t bytes() const { return values_.size(); }

  /// `UNWIND [rows] AS line WITH split(line, …) AS c`. Afterwards `read` knows how to split.
  void write(Sink& sink);
  /// The expression for column `index` of the rows last written.
  [[nodiscard]] std::string read(std::size_t index, CypherCell kind) const;
  /// `{name: expression, …}` for `columns`, the first of which is column `first` of the rows.
  [[nodiscard]] std::string read_map(const std::vector<CypherColumn>& columns,
                                     std::size_t first) const;
  void clear();

 private:
  enum class Mark : std::uint8_t { cell, item, row };
  struct Place {
    std::uint32_t offset = 0;
    Mark mark = Mark::cell;
  };

  void mark(Mark mark) { places_.push_back({static_cast<std::uint32_t>(values_.size()), mark}); }
  void next_cell() {
    if (in_row_) mark(Mark::cell);
    in_row_ = true;
  }
  /// A character that no value holds and that is not `taken`, as UTF-8.
  [[nodiscard]] std::string absent_character(std::string_view preferred,
                                             std::string_view taken) const;

  std::string values_;         ///< all values, one behind the other
  std::vector<Place> places_;  ///< what parts them
  std::size_t rows_ = 0;
  bool in_row_ = false;
  std::string cell_separator_;
  std::string item_separator_;
};

}  // namespace samgak::detail
