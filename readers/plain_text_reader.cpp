#include "readers/plain_text_reader.hpp"

#include <algorithm>
#include <optional>

#include "readers/document_maker.hpp"
#include "readers/line_joiner.hpp"
#include "readers/source_text.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

struct Line {
  std::size_t begin;  ///< first character that is no white space
  std::size_t end;
  std::uint32_t indent;  ///< columns before `begin`
};

Line trimmed_line(std::string_view source, std::size_t begin, std::size_t end) {
  Line line{begin, end, 0};
  while (line.begin < line.end) {
    const CodePoint c = decode(source, line.begin);
    if (!is_space(c.value)) break;
    line.indent += c.value == '\t'                          ? 4
                   : c.value == 0x3000                      ? 2
                   : c.value == 0xFEFF || c.value == 0x200B ? 0
                                                            : 1;
    line.begin += c.length;
  }
  while (line.end > line.begin) {
    const CodePoint c = decode_before(source.substr(0, line.end), line.end);
    if (!is_space(c.value)) break;
    line.end -= c.length;
  }
  return line;
}

// Box-drawing characters: U+2500–257F, in UTF-8 E2 94 80 … E2 95 BF.
bool is_box(char32_t c) {
  return c >= 0x2500 && c <= 0x257F;
}
bool is_bar(char32_t c) {
  return c == 0x2502 || c == 0x2503 || c == 0x2551 || c == '|';
}

// What separates the cells of this line: a box's vertical line, a bar, a tab; nothing when it is no
// table row.
enum class RowKind { none, border, bars, tabs };

RowKind row_kind(std::string_view line) {
  const CodePoint first = decode(line, 0);
  if (is_box(first.value) && !is_bar(first.value)) {
    for (std::size_t at = 0; at < line.size();) {
      const CodePoint c = decode(line, at);
      if (!is_box(c.value) && !is_space(c.value) && c.value != '-') return RowKind::none;
      at += c.length;
    }
    return RowKind::border;
  }
  if (is_bar(first.value)) {
    const CodePoint last = decode_before(line, line.size());
    if (is_bar(last.value) && line.size() > first.length + last.length) {
      return line.find_first_not_of("|-:+ \t") == std::string_view::npos ? RowKind::border
                                                                         : RowKind::bars;
    }
    return RowKind::none;
  }
  if ((first.value == '+' || first.value == '=') && line.size() > 3 &&
      line.find_first_not_of("+-=| ") == std::string_view::npos) {
    return RowKind::border;
  }
  return line.find('\t') != std::string_view::npos ? RowKind::tabs : RowKind::none;
}

class PlainLines {
 public:
  explicit PlainLines(Page& page) : page_(page), source_(page.clean.source().text()) {}

  void read(std::size_t begin, std::size_t end) {
    std::size_t at = begin;
    while (at < end) {
      const std::size_t feed = std::min(source_.find('\n', at), end);
      add(trimmed_line(source_, at, feed));
      at = feed + 1;
    }
    settle_tab_row();
  }

 private:
  void add(const Line& line) {
    if (line.begin == line.end) {
      gap_ = true;
      return;
    }
    const RowKind kind = row_kind(source_.substr(line.begin, line.end - line.begin));
    if (kind != RowKind::tabs) settle_tab_row();
    if (kind == RowKind::border) {
      gap_ = true;
    } else if (kind == RowKind::bars) {
      write_row(line, false);
    } else if (kind == RowKind::tabs) {
      add_tab_line(line);
    } else {
      write_line(line);
    }
  }

  // One line with a tab may be anything; two that follow each other are a table.
  void add_tab_line(const Line& line) {
    if (gap_) settle_tab_row();
    if (in_tab_table_) return write_row(line, true);
    if (held_) {
      in_tab_table_ = true;
      const Line first = *held_;
      const bool gap_now = gap_;
      gap_ = held_gap_;
      held_.reset();
      write_row(first, true);
      gap_ = gap_now;
      return write_row(line, true);
    }
    held_ = line;
    held_gap_ = gap_;
    gap_ = false;
  }

  void settle_tab_row() {
    in_tab_table_ = false;
    if (!held_) return;
    const Line line = *held_;
    held_.reset();
    const bool gap_now = gap_;
    gap_ = held_gap_;
    write_line(line);
    gap_ = gap_now;
  }

  void write_line(const Line& line) {
    Block block;
    block.begin = page_.clean.begin_block();
    page_.clean.append(line.begin, line.end);
    finish(block, line);
  }

  // A box with one cell frames a line: the title of a press release.
  [[nodiscard]] std::optional<Line> framed_line(const Line& line) const {
    const std::size_t first = decode(source_, line.begin).length;
    const std::size_t last = decode_before(source_, line.end).length;
    for (std::size_t at = line.begin + first; at < line.end - last;) {
      const CodePoint c = decode(source_, at);
      if (is_bar(c.value)) return std::nullopt;
      at += c.length;
    }
    return trimmed_line(source_, line.begin + first, line.end - last);
  }

  void write_row(const Line& line, bool by_tab) {
    if (!by_tab) {
      if (const std::optional<Line> framed = framed_line(line)) {
        if (framed->begin < framed->end) write_line(*framed);
        return;
      }
    }
    Block block;
    block.begin = page_.clean.begin_block();
    block.role = BlockRole::table_row;
    block.first_cell = static_cast<std::uint32_t>(page_.cells.size());
    std::size_t at = line.begin;
    if (!by_tab) at += decode(source_, at).length;
    while (at < line.end) {
      std::size_t end = at;
      std::uint32_t mark = 1;
      while (end < line.end) {
        const CodePoint c = decode(source_, end);
        mark = c.length;
        if (by_tab ? c.value == '\t' : is_bar(c.value)) break;
        end += c.length;
      }
      if (page_.cells.size() > block.first_cell) page_.clean.separate('\t');
      const std::uint32_t cell = page_.clean.size();
      page_.clean.append(at, end);
      page_.cells.push_back({cell, page_.clean.size()});
      at = end + mark;
    }
    block.cell_count = static_cast<std::uint32_t>(page_.cells.size()) - block.first_cell;
    finish(block, line);
  }

  void finish(Block& block, const Line& line) {
    block.end = page_.clean.size();
    if (block.role == BlockRole::table_row && !trim_row(block)) return;
    if (block.end <= block.begin) return;
    block.indent = line.indent;
    block.gap_before = gap_ || page_.blocks.empty();
    block.soft_before = !block.gap_before;
    page_.blocks.push_back(block);
    gap_ = false;
  }

  bool trim_row(Block& block) {
    const auto first = page_.cells.begin() + block.first_cell;
    const auto filled = [](Span cell) { return !cell.empty(); };
    const auto begin = std::find_if(first, page_.cells.end(), filled);
    if (begin == page_.cells.end()) return false;
    block.begin = begin->begin;
    block.end = std::find_if(page_.cells.rbegin(), page_.cells.rend(), filled)->end;
    for (auto cell = first; cell != page_.cells.end(); ++cell) {
      *cell = {std::clamp(cell->begin, block.begin, block.end),
               std::clamp(cell->end, block.begin, block.end)};
    }
    return true;
  }

  Page& page_;
  std::string_view source_;
  bool gap_ = true;
  std::optional<Line> held_;  ///< a line with tabs whose neighbour is not yet known
  bool held_gap_ = false;
  bool in_tab_table_ = false;
};

class PlainTextReader : public Reader {
 public:
  const ReaderCard& card() const override {
    static const ReaderCard kCard{"text",           "plain text",    "text/plain",
                                  {"txt", "plain"}, {"txt", "text"}, false};
    return kCard;
  }

  void for_each_document(std::string_view bytes, std::string_view name, const DocumentSink& sink,
                         std::vector<Diagnostic>& diagnostics) const override {
    if (!fits_document_limit(bytes, name, diagnostics)) return;
    const std::optional<SourceText> source = SourceText::decode(bytes, name, {}, diagnostics);
    if (!source) return;
    Page page(*source);
    read_plain_lines(page, 0, source->text().size());
    sink(make_document(std::move(page), name));
  }
};

}  // namespace

void read_plain_lines(Page& page, std::size_t begin, std::size_t end) {
  PlainLines(page).read(begin, end);
}

const Reader& plain_text_reader() {
  static const PlainTextReader kReader;
  return kReader;
}

}  // namespace samgak
