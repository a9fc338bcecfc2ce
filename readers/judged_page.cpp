#include "readers/judged_page.hpp"

#include <algorithm>
#include <array>

namespace samgak {
namespace {

/// A headline may end as a sentence does, but without a full stop, and not this late.
constexpr std::uint32_t kLongestHeadline = 90;

}  // namespace

JudgedPage::JudgedPage(Page& judged_page) : page(judged_page), blocks(judged_page.blocks) {
  classify();
  forgive_doubt();
}

bool JudgedPage::prose(std::size_t i) const {
  const Block& block = blocks[i];
  if (furniture(i) || given(i) || line_class(i) != LineClass::text) return false;
  if (block.role == BlockRole::caption || block.role == BlockRole::table_row ||
      block.role == BlockRole::heading)
    return false;
  const LineTraits& traits = judged[i].traits;
  const bool sentence = traits.stopped || traits.clause ||
                        (traits.sentence && (unstopped_ || traits.length >= kLongestHeadline));
  return sentence && traits.length >= (unstopped_ ? kShortestProse / 2 : kShortestProse) &&
         !(all_link(i) && traits.length < 120);
}

bool JudgedPage::speaks(std::size_t i) const {
  const Block& block = blocks[i];
  const LineTraits& traits = judged[i].traits;
  if (furniture(i) || given(i) || traits.line_class != LineClass::text || all_link(i)) return false;
  if (prose(i) || traits.clause) return true;
  if (block.role == BlockRole::heading || traits.bare_date) return false;
  if (block.role == BlockRole::table_row) return block.cell_count > 1;
  if (traits.label) return traits.length >= 8;
  return block.bullet && !short_item(i) && traits.length >= 6;
}

bool JudgedPage::other_voice(std::size_t i) const {
  if (!judged[i].traits.polite) return false;
  const std::string_view line = text(i);
  for (const std::string_view quote : {"\"", "“", "‘", "'"}) {
    if (line.starts_with(quote)) return false;
  }
  return i < polite_until_ || i >= polite_from_;
}

bool JudgedPage::short_item(std::size_t i) const {
  return blocks[i].markup_list && !judged[i].traits.sentence && judged[i].traits.length < 40;
}

void JudgedPage::classify() {
  judged.resize(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].role == BlockRole::furniture) continue;
    if (blocks[i].role == BlockRole::table_row) {
      classify_row(i);
    } else {
      take_title_label(i);
      judged[i].traits = classify_line(text(i), blocks[i].bullet && !blocks[i].markup_list);
    }
  }
  learn_style();
}

void JudgedPage::learn_style() {
  std::size_t stopped = 0;
  std::size_t unstopped = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const LineTraits& traits = judged[i].traits;
    if (!traits.sentence || traits.length < kShortestProse / 2 ||
        traits.line_class != LineClass::text || given(i))
      continue;
    ++(traits.stopped ? stopped : unstopped);
  }
  unstopped_ = unstopped > 2 * stopped + 3;
  learn_voice();
}

// Sites speak politely to their readers, above a plain article and below it. Below it may stand an
// interview, too.
void JudgedPage::learn_voice() {
  std::size_t plain = 0;
  std::size_t polite = 0;
  std::size_t first = blocks.size();
  std::size_t last = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const LineTraits& traits = judged[i].traits;
    const bool korean = i < blocks.size() && !text(i).empty() &&
                        static_cast<unsigned char>(text(i).front()) >= 0x80;
    if (!korean || !traits.sentence || traits.clause || traits.length < kShortestProse ||
        traits.line_class != LineClass::text || given(i))
      continue;
    (traits.polite ? polite : plain) += traits.length;
    if (traits.polite) continue;
    first = std::min(first, i);
    last = i;
  }
  if (plain * 5 > polite * 6) polite_until_ = first;
  if (plain > polite * 3) polite_from_ = last + 1;
}

// «제목 : …»
void JudgedPage::take_title_label(std::size_t i) {
  const std::string_view line = text(i);
  if (!line.starts_with("제목")) return;
  std::size_t at = std::string_view("제목").size();
  while (at < line.size() && line[at] == ' ') ++at;
  if (at + 1 >= line.size() || line[at] != ':') return;
  at = line.find_first_not_of(" :", at);
  if (at == std::string_view::npos) return;
  blocks[i].begin += static_cast<std::uint32_t>(at);
  blocks[i].role = BlockRole::heading;
  blocks[i].level = 1;
}

// A row is what its first cell is; a cell with a telephone number makes it a contact row.
void JudgedPage::classify_row(std::size_t i) {
  JudgedBlock& row = judged[i];
  row.traits.length = static_cast<std::uint32_t>(text(i).size() / 2);
  for (std::uint32_t c = 0; c < blocks[i].cell_count; ++c) {
    const std::string_view cell = slice(page.clean.text(), page.cells[blocks[i].first_cell + c]);
    if (cell.empty() || cell.size() > 300) continue;
    const LineClass cell_class = classify_line(cell, true).line_class;
    if (cell_class == LineClass::contact) row.traits.line_class = LineClass::contact;
    const bool opener =
        cell_class == LineClass::hard_opener || cell_class == LineClass::soft_opener;
    if (opener && c == 0 && blocks[i].cell_count <= 3) row.traits.line_class = cell_class;
  }
  if (row.traits.line_class != LineClass::text || blocks[i].cell_count < 2) return;
  const LineClass whole = classify_line(text(i), false).line_class;
  if (whole == LineClass::date_line || whole == LineClass::stock) row.traits.line_class = whole;
  take_title_row(i);
}

// «제목 | …»
void JudgedPage::take_title_row(std::size_t i) {
  const auto cell = page.cells.begin() + blocks[i].first_cell;
  if (blocks[i].cell_count != 2 || slice(page.clean.text(), cell[0]) != "제목") return;
  if (cell[1].empty()) return;
  blocks[i].begin = cell[1].begin;
  blocks[i].end = cell[1].end;
  blocks[i].cell_count = 0;
  blocks[i].role = BlockRole::heading;
  blocks[i].level = 1;
  judged[i].traits = classify_line(text(i), false);
}

// Some pages hold everything in a «layer» or «widget». Doubt that a good part of the prose shares
// says nothing.
void JudgedPage::forgive_doubt() {
  std::array<std::size_t, 256> letters{};
  std::size_t all = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].role == BlockRole::furniture || given(i)) continue;
    const LineTraits& traits = judged[i].traits;
    if (!traits.sentence || traits.length < kShortestProse / 2 ||
        traits.line_class != LineClass::text)
      continue;
    letters[blocks[i].doubt] += traits.length;
    all += traits.length;
  }
  std::size_t kept = letters[0];
  while (kept * 3 < all) kept += letters[++forgiven_doubt_];
}

}  // namespace samgak
