#include "readers/judged_page.hpp"

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
  const bool sentence =
      traits.stopped || (traits.sentence && (unstopped_ || traits.length >= kLongestHeadline));
  return sentence && traits.length >= (unstopped_ ? kShortestProse / 2 : kShortestProse) &&
         !(all_link(i) && traits.length < 120);
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
      judged[i].traits = classify_line(text(i), blocks[i].bullet);
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
