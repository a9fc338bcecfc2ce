#include "readers/block_builder.hpp"

#include <algorithm>

#include "readers/limits.hpp"

namespace samgak {
namespace {

/// A cell longer than this holds an article, not a value.
constexpr std::uint32_t kLongestCell = 1200;

}  // namespace

void BlockBuilder::open(HtmlTag tag, bool doubtful) {
  if (tag == HtmlTag::br) return line_break();
  if (tag == HtmlTag::hr) return rule();
  if (is_void(tag)) return;
  if (is_block(tag)) {
    close_implied(tag);
    if (tag == HtmlTag::table && row_.open) dissolve_row();
    if (in_cell_ && heading_level(tag) > 0) dissolve_row();
    if (in_cell_) {
      line_pending_ = true;
    } else {
      flush(false);
    }
  }
  if (tag == HtmlTag::unknown) return;
  push(tag, doubtful);
  if (tag == HtmlTag::table) tables_.emplace_back().number = table_count_++;
  if (tag == HtmlTag::tr) open_row();
  if (tag == HtmlTag::td || tag == HtmlTag::th)
    begin_cell(tag == HtmlTag::th || is_open(HtmlTag::thead));
}

void BlockBuilder::close(HtmlTag tag) {
  if (tag == HtmlTag::br) return line_break();
  if (tag == HtmlTag::unknown || is_void(tag) || !is_open(tag)) {
    if (tag == HtmlTag::p && !in_cell_) flush(false);
    return;
  }
  pop_to(tag);
}

void BlockBuilder::push(HtmlTag tag, bool doubtful) {
  if (stack_.size() >= kMaxHtmlDepth) {
    too_deep_ = true;
    pop();
  }
  stack_.push_back({tag, doubtful});
  ++open_count(tag);
  furniture_ += is_furniture(tag);
  doubtful_ += doubtful;
}

void BlockBuilder::pop() {
  const Element element = stack_.back();
  if (is_block(element.tag)) {
    if (in_cell_) {
      line_pending_ = true;
    } else {
      flush(false);
    }
  }
  if (element.tag == HtmlTag::td || element.tag == HtmlTag::th) end_cell();
  if (element.tag == HtmlTag::tr) end_row();
  if (element.tag == HtmlTag::table) end_table();
  stack_.pop_back();
  --open_count(element.tag);
  furniture_ -= is_furniture(element.tag);
  doubtful_ -= element.doubtful;
}

void BlockBuilder::pop_to(HtmlTag tag) {
  // An inline end tag must not close the block around it: `<b><p></b>` leaves the paragraph open.
  if (!is_block(tag)) {
    std::size_t at = stack_.size();
    while (at > 0 && stack_[at - 1].tag != tag && !is_block(stack_[at - 1].tag)) --at;
    if (at > 0 && stack_[at - 1].tag == tag) {
      while (stack_.size() >= at) pop();
      return;
    }
    for (at = stack_.size(); at > 0 && stack_[at - 1].tag != tag;) --at;
    doubtful_ -= stack_[at - 1].doubtful;
    stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(at) - 1);
    --open_count(tag);
    return;
  }
  while (stack_.back().tag != tag) pop();
  pop();
}

// The end tags that HTML lets an author leave out.
void BlockBuilder::close_implied(HtmlTag tag) {
  const auto innermost_is = [&](std::initializer_list<HtmlTag> closing,
                                std::initializer_list<HtmlTag> border) {
    for (std::size_t i = stack_.size(); i > 0; --i) {
      const HtmlTag open = stack_[i - 1].tag;
      if (std::find(closing.begin(), closing.end(), open) != closing.end()) return open;
      if (std::find(border.begin(), border.end(), open) != border.end()) break;
    }
    return HtmlTag::unknown;
  };
  const auto close_innermost = [&](std::initializer_list<HtmlTag> closing,
                                   std::initializer_list<HtmlTag> border) {
    const HtmlTag open = innermost_is(closing, border);
    if (open != HtmlTag::unknown) pop_to(open);
  };
  if (is_open(HtmlTag::p)) {
    close_innermost({HtmlTag::p},
                    {HtmlTag::td, HtmlTag::th, HtmlTag::table, HtmlTag::button, HtmlTag::caption});
  }
  switch (tag) {
    case HtmlTag::li:
      close_innermost({HtmlTag::li}, {HtmlTag::ul, HtmlTag::ol, HtmlTag::table});
      break;
    case HtmlTag::dt:
    case HtmlTag::dd:
      close_innermost({HtmlTag::dt, HtmlTag::dd}, {HtmlTag::dl, HtmlTag::table});
      break;
    case HtmlTag::td:
    case HtmlTag::th:
      close_innermost({HtmlTag::td, HtmlTag::th}, {HtmlTag::tr, HtmlTag::table});
      break;
    case HtmlTag::tr:
      close_innermost({HtmlTag::tr}, {HtmlTag::table});
      break;
    case HtmlTag::thead:
    case HtmlTag::tbody:
    case HtmlTag::tfoot:
      close_innermost({HtmlTag::thead, HtmlTag::tbody, HtmlTag::tfoot}, {HtmlTag::table});
      break;
    case HtmlTag::body:
      close_innermost({HtmlTag::head}, {HtmlTag::body});
      break;
    default:
      break;
  }
}

void BlockBuilder::begin_text() {
  if (in_cell_) {
    if (line_pending_ && page_.clean.size() > cell_begin_) page_.clean.separate('\n');
    line_pending_ = false;
    return;
  }
  if (writing_) return;
  if (row_.open) dissolve_row();
  writing_ = true;
  begin_ = page_.clean.begin_block();
  link_bytes_ = 0;
}

void BlockBuilder::note_written(std::uint32_t before) {
  const std::uint32_t written = page_.clean.size() - before;
  if (is_open(HtmlTag::a)) link_bytes_ += written;
  if (in_cell_ && (is_open(HtmlTag::b) || is_open(HtmlTag::strong))) cell_bold_ += written;
}

void BlockBuilder::text(std::size_t begin, std::size_t end) {
  const std::string_view source = page_.clean.source().text();
  // White space between elements opens no block.
  if (in_cell_ ? line_pending_ : !writing_) {
    std::size_t at = begin;
    while (at < end && (source[at] == ' ' || (source[at] >= '\t' && source[at] <= '\r'))) ++at;
    if (at == end) return;
  }
  begin_text();
  const std::uint32_t before = page_.clean.size();
  page_.clean.append(begin, end);
  note_written(before);
}

void BlockBuilder::text_for(std::string_view decoded, std::size_t begin, std::size_t end) {
  begin_text();
  const std::uint32_t before = page_.clean.size();
  page_.clean.append_for(decoded, begin, end);
  note_written(before);
}

void BlockBuilder::space(std::size_t at) {
  if (writing_ || in_cell_) page_.clean.space(at);
}

void BlockBuilder::line_break() {
  if (in_cell_) {
    line_pending_ = true;
    return;
  }
  // A second break in a row is a blank line.
  const bool had_text = writing_ && page_.clean.size() > begin_;
  flush(true);
  if (!had_text) {
    gap_ = true;
    soft_ = false;
  }
}

void BlockBuilder::rule() {
  if (in_cell_) {
    line_pending_ = true;
  } else {
    flush(false);
  }
}

BlockRole BlockBuilder::role() const {
  if (furniture_ > 0) return BlockRole::furniture;
  if (is_open(HtmlTag::title)) return BlockRole::page_title;
  if (is_open(HtmlTag::figcaption)) return BlockRole::caption;
  for (auto it = stack_.rbegin(); it != stack_.rend(); ++it) {
    if (heading_level(it->tag) > 0 || it->tag == HtmlTag::caption) return BlockRole::heading;
    if (it->tag == HtmlTag::li || it->tag == HtmlTag::dd) return BlockRole::list_item;
    if (is_block(it->tag) && it->tag != HtmlTag::p && it->tag != HtmlTag::div) break;
  }
  return BlockRole::paragraph;
}

void BlockBuilder::flush(bool soft) {
  if (writing_) {
    writing_ = false;
    if (page_.clean.size() > begin_) emit(begin_, page_.clean.size(), soft_);
  }
  soft_ = soft;
  if (!soft) gap_ = true;
}

void BlockBuilder::emit(std::uint32_t begin, std::uint32_t end, bool soft) {
  Block block;
  block.begin = begin;
  block.end = end;
  block.role = role();
  block.gap_before = gap_;
  block.soft_before = soft && !gap_;
  block.link_bytes = link_bytes_;
  block.doubt = static_cast<std::uint8_t>(std::min(doubtful_, 255));
  block.in_article = is_open(HtmlTag::article) || is_open(HtmlTag::main);
  if (block.role == BlockRole::list_item) {
    block.bullet = true;
    block.markup_list = true;
    block.level = std::max(0, open_counts_[static_cast<std::size_t>(HtmlTag::ul)] +
                                  open_counts_[static_cast<std::size_t>(HtmlTag::ol)] - 1);
  } else if (block.role == BlockRole::heading) {
    block.level = 6;
    for (auto it = stack_.rbegin(); it != stack_.rend(); ++it) {
      if (const int level = heading_level(it->tag); level > 0) {
        block.level = level;
        break;
      }
    }
  }
  page_.blocks.push_back(block);
  gap_ = false;
}

void BlockBuilder::open_row() {
  row_ = {};
  row_.open = true;
}

void BlockBuilder::begin_cell(bool header) {
  if (!row_.open) open_row();
  if (row_.layout) return;
  if (row_.cells.empty()) {
    page_.clean.begin_block();
    link_bytes_ = 0;
  } else {
    page_.clean.separate('\t');
  }
  in_cell_ = true;
  cell_begin_ = page_.clean.size();
  cell_header_ = header;
  cell_bold_ = 0;
  line_pending_ = false;
}

void BlockBuilder::end_cell() {
  if (!in_cell_) return;
  in_cell_ = false;
  line_pending_ = false;
  const Span cell{cell_begin_, page_.clean.size()};
  row_.cells.push_back(cell);
  row_.header_cells += cell_header_ && !cell.empty();
  row_.bold_cells += !cell.empty() && cell_bold_ * 10 >= cell.size() * 9;
  if (cell.size() > kLongestCell) dissolve_row();
}

void BlockBuilder::end_row() {
  if (!row_.open) return;
  row_.open = false;
  if (row_.layout || row_.cells.empty()) return;
  const auto is_filled = [](Span cell) { return !cell.empty(); };
  const auto filled =
      static_cast<int>(std::count_if(row_.cells.begin(), row_.cells.end(), is_filled));
  if (filled == 0) return;
  if (row_.cells.size() == 1 && holds_lines(row_.cells[0])) {
    row_.open = true;
    dissolve_row();
    row_.open = false;
    return;
  }
  const std::uint32_t begin = std::find_if(row_.cells.begin(), row_.cells.end(), is_filled)->begin;
  const std::uint32_t end = std::find_if(row_.cells.rbegin(), row_.cells.rend(), is_filled)->end;
  for (Span& cell : row_.cells)
    cell = {std::clamp(cell.begin, begin, end), std::clamp(cell.end, begin, end)};
  const auto first_cell = static_cast<std::uint32_t>(page_.cells.size());
  page_.cells.insert(page_.cells.end(), row_.cells.begin(), row_.cells.end());
  emit(begin, end, false);
  Block& block = page_.blocks.back();
  if (block.role != BlockRole::furniture) block.role = BlockRole::table_row;
  block.level = 0;
  block.bullet = false;
  block.first_cell = first_cell;
  block.cell_count = static_cast<std::uint32_t>(row_.cells.size());
  if (tables_.empty()) return;
  Table& table = tables_.back();
  block.table = table.number;
  if (table.rows.empty()) {
    table.first_row_heads = row_.header_cells == filled;
    table.first_row_bold = row_.bold_cells == filled;
  } else {
    table.later_row_bold |= row_.bold_cells == filled;
  }
  table.rows.push_back(static_cast<std::uint32_t>(page_.blocks.size() - 1));
}

// A single cell of several lines is a frame around an article.
bool BlockBuilder::holds_lines(Span cell) const {
  const std::string_view text = slice(page_.clean.text(), cell);
  return text.find('\n') != std::string_view::npos;
}

// The row turns out to place things on the page: each line of its cells is a block of its own.
void BlockBuilder::dissolve_row() {
  if (!row_.open || row_.layout) return;
  if (in_cell_) {
    in_cell_ = false;
    row_.cells.push_back({cell_begin_, page_.clean.size()});
  }
  row_.layout = true;
  for (const Span cell : row_.cells) {
    const std::string_view text = page_.clean.text();
    for (std::uint32_t begin = cell.begin; begin < cell.end;) {
      const auto end =
          static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', begin), cell.end));
      if (end > begin) {
        emit(begin, end, false);
        if (page_.blocks.back().role == BlockRole::heading)
          page_.blocks.back().role = BlockRole::paragraph;
      }
      begin = end + 1;
    }
    if (cell.end < page_.clean.size()) page_.clean.split_at(cell.end);
  }
  row_.cells.clear();
  line_pending_ = false;
}

void BlockBuilder::end_table() {
  end_row();
  if (tables_.empty()) return;
  const Table table = std::move(tables_.back());
  tables_.pop_back();
  if (table.rows.size() < 2) return;
  if (!table.first_row_heads && !(table.first_row_bold && !table.later_row_bold)) return;
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    page_.blocks[table.rows[i]].header_row = static_cast<int>(table.rows[0]);
  }
}

void BlockBuilder::finish() {
  while (!stack_.empty()) pop();
  if (row_.open) end_row();
  flush(false);
}

}  // namespace samgak
