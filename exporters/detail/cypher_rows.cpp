#include "exporters/detail/cypher_rows.hpp"

#include <fmt/format.h>

#include "exporters/detail/cypher_text.hpp"
#include "text/diagnostic.hpp"
#include "text/utf8.hpp"

namespace samgak::detail {

namespace {

/// Code points for private use, which hardly any text holds.
constexpr char32_t kFirstPrivate = 0xE000;
constexpr char32_t kLastPrivate = 0xF8FF;

}  // namespace

void CypherRows::end_row() {
  mark(Mark::row);
  in_row_ = false;
  ++rows_;
}

void CypherRows::clear() {
  values_.clear();
  places_.clear();
  rows_ = 0;
}

std::string CypherRows::absent_character(std::string_view preferred, std::string_view taken) const {
  std::string candidate(preferred);
  const auto found = [&] {
    return candidate == taken || values_.find(candidate) != std::string::npos;
  };
  for (char32_t next = kFirstPrivate; found(); ++next) {
    if (next > kLastPrivate) throw WriteError("a text holds every character that could part rows");
    candidate.clear();
    append_utf8(candidate, next);
  }
  return candidate;
}

void CypherRows::write(Sink& sink) {
  cell_separator_ = absent_character("|", {});
  item_separator_ = absent_character(";", cell_separator_);
  CypherEncoder encoder;
  std::string_view before = "UNWIND [\n'";
  std::size_t at = 0;
  bool row_begins = true;
  for (const Place& place : places_) {
    if (row_begins) sink.append(before);
    before = ",\n'";
    append_escaped(sink, std::string_view(values_).substr(at, place.offset - at), encoder);
    at = place.offset;
    row_begins = place.mark == Mark::row;
    sink.append(row_begins                 ? std::string_view("'")
                : place.mark == Mark::cell ? std::string_view(cell_separator_)
                                           : std::string_view(item_separator_));
  }
  sink.append(fmt::format("\n] AS line\nWITH split(line, '{}') AS c\n", cell_separator_));
}

std::string CypherRows::read(std::size_t index, CypherCell kind) const {
  const std::string cell = fmt::format("c[{}]", index);
  // Each item has a separator before it, so that nothing and an empty text differ.
  const std::string items = fmt::format("split({}, '{}')", cell, item_separator_);
  switch (kind) {
    case CypherCell::text:
      return cell;
    case CypherCell::integer:
      return fmt::format("toInteger({})", cell);
    case CypherCell::number:
      return fmt::format("toFloat({})", cell);
    case CypherCell::optional_text:
      return items + "[1]";
    case CypherCell::optional_day:
      return fmt::format("date({}[1])", items);
    case CypherCell::texts:
      return items + "[1..]";
    case CypherCell::optional_texts:
      return fmt::format("CASE {} WHEN '' THEN null ELSE {}[1..] END", cell, items);
    case CypherCell::integers:
      return fmt::format("[x IN {}[1..] | toInteger(x)]", items);
    case CypherCell::numbers:
      return fmt::format("[x IN {}[1..] | toFloat(x)]", items);
  }
  return cell;
}

std::string CypherRows::read_map(const std::vector<CypherColumn>& columns,
                                 std::size_t first) const {
  std::string map;
  for (const CypherColumn& column : columns) {
    map += fmt::format("{}\n  {}: {}", map.empty() ? '{' : ',', column.name,
                       read(first++, column.kind));
  }
  return map + "}";
}

}  // namespace samgak::detail
