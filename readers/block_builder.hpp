// Elements and text in, blocks out: what HTML and Markdown share.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "readers/html_tag.hpp"
#include "readers/page.hpp"

namespace samgak {

/// Builds the blocks of a page from elements that open and close in any order. Forgives what
/// browsers forgive: missing and stray end tags, text between table cells. Elements below
/// `kMaxHtmlDepth` become siblings.
class BlockBuilder {
 public:
  explicit BlockBuilder(Page& page) : page_(page) {}

  void open(HtmlTag tag, bool doubtful = false);
  void close(HtmlTag tag);
  /// Source bytes `[begin, end)` of text without entities.
  void text(std::size_t begin, std::size_t end);
  /// `decoded` stands for source bytes `[begin, end)`.
  void text_for(std::string_view decoded, std::size_t begin, std::size_t end);
  void space(std::size_t at);
  /// `<br>` and hard breaks.
  void line_break();
  /// Ends the block, so that no section covers what stands here in the source.
  void break_block() { flush(false); }
  /// A horizontal rule.
  void rule();
  /// Ends everything that is still open.
  void finish();

  /// Was the depth limit hit?
  [[nodiscard]] bool too_deep() const { return too_deep_; }

 private:
  struct Element {
    HtmlTag tag;
    bool doubtful;
  };
  struct Row {
    bool open = false;
    bool layout =
        false;  ///< its cells hold blocks of their own: the table only places things on the page
    std::vector<Span> cells;
    int header_cells = 0;
    int bold_cells = 0;
  };
  struct Table {
    int number = 0;
    std::vector<std::uint32_t> rows;  ///< blocks
    bool first_row_heads = false;
    bool first_row_bold = false;
    bool later_row_bold = false;
  };

  [[nodiscard]] int& open_count(HtmlTag tag) { return open_counts_[static_cast<std::size_t>(tag)]; }
  [[nodiscard]] bool is_open(HtmlTag tag) const {
    return open_counts_[static_cast<std::size_t>(tag)] > 0;
  }
  void push(HtmlTag tag, bool doubtful);
  void pop();
  void pop_to(HtmlTag tag);
  void close_implied(HtmlTag tag);
  void begin_text();
  void note_written(std::uint32_t before);
  void flush(bool soft);
  void emit(std::uint32_t begin, std::uint32_t end, bool soft);
  [[nodiscard]] BlockRole role() const;

  void open_row();
  void begin_cell(bool header);
  void end_cell();
  void end_row();
  void dissolve_row();
  [[nodiscard]] bool holds_lines(Span cell) const;
  void end_table();

  Page& page_;
  std::vector<Element> stack_;
  std::array<int, static_cast<std::size_t>(HtmlTag::count)> open_counts_{};
  int furniture_ = 0;
  int doubtful_ = 0;
  bool too_deep_ = false;

  bool writing_ = false;  ///< a block is under way
  std::uint32_t begin_ = 0;
  std::uint32_t link_bytes_ = 0;
  bool gap_ = true;
  bool soft_ = false;

  Row row_;
  bool in_cell_ = false;
  std::uint32_t cell_begin_ = 0;
  bool cell_header_ = false;
  std::uint32_t cell_bold_ = 0;
  bool line_pending_ = false;  ///< the cell goes on in a new line
  std::vector<Table> tables_;
  int table_count_ = 0;
};

}  // namespace samgak
