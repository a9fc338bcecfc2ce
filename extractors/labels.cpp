#include "extractors/labels.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace samgak {
namespace {

constexpr std::size_t kLongestLabel = 14;  // code points

/// Label and content of a line, both empty when the line has no such shape.
std::pair<Span, Span> split_line(std::string_view text, const Section& section) {
  if (section.cells.size() >= 2) {
    return {section.cells[0], {section.cells[1].begin, section.span.end}};
  }
  const std::string_view line = slice(text, section.span);
  const auto at = [&](std::size_t offset) {
    return section.span.begin + static_cast<std::uint32_t>(offset);
  };
  if (line.starts_with("(")) {
    const std::size_t close = line.find(')');
    if (close == std::string_view::npos) return {};
    return {{at(1), at(close)}, {at(close + 1), section.span.end}};
  }
  constexpr std::string_view kWideColon = "：";
  const std::size_t wide = line.find(kWideColon);
  const std::size_t colon = std::min(line.find(':'), wide);
  if (colon == std::string_view::npos) return {};
  const std::size_t mark = colon == wide ? kWideColon.size() : 1;
  return {{section.span.begin, at(colon)}, {at(colon + mark), section.span.end}};
}

}  // namespace

LabelReader::LabelReader(const Document& document, const Lexicon& lexicon)
    : document_(document), lexicon_(lexicon) {}

std::string LabelReader::kind_of(Span label) const {
  const std::string key = name_key(slice(document_.text(), label));
  if (key.empty() || count_code_points(key) > kLongestLabel) return {};
  for (const std::string_view kind :
       {"chaired", "attended", "heldIn", "date", "agreed", "discussed"}) {
    for (const std::string& cue : lexicon_.cue(std::string("label_").append(kind))) {
      if (key.find(cue) != std::string::npos) return std::string(kind);
    }
  }
  return {};
}

void LabelReader::remember_bare_label(const Section& section) {
  const bool deeper = section.kind == SectionKind::list_item && section.level > inherited_level_;
  if (!inherited_.empty() && !deeper) inherited_.clear();
  if (section.kind != SectionKind::list_item) return;
  if (std::string kind = kind_of(section.span); !kind.empty()) {
    inherited_ = std::move(kind);
    inherited_level_ = section.level;
  }
}

std::vector<Label> LabelReader::labels_of(std::size_t index) {
  for (; next_ <= index; ++next_) remember_bare_label(document_.sections()[next_]);
  const Section& section = document_.sections()[index];
  const auto [label, content] = split_line(document_.text(), section);
  // A row without a first cell goes on with the label of the row above.
  const bool goes_on = section.cells.size() >= 2 && section.cells[0].empty();
  if (goes_on && !row_kind_.empty()) return {{row_kind_, content}};
  if (section.cells.size() >= 2) row_kind_ = kind_of(label);
  if (!label.empty() && !content.empty()) {
    if (std::string kind = kind_of(label); !kind.empty()) return {{std::move(kind), content}};
  }
  std::vector<Label> out;
  if (section.header_row >= 0) {
    const std::vector<Span>& heads =
        document_.sections()[static_cast<std::size_t>(section.header_row)].cells;
    for (std::size_t i = 0; i < section.cells.size() && i < heads.size(); ++i) {
      if (std::string kind = kind_of(heads[i]); !kind.empty()) {
        out.push_back({std::move(kind), section.cells[i]});
      }
    }
  } else if (!inherited_.empty() && section.level > inherited_level_) {
    out.push_back({inherited_, section.span});
  }
  return out;
}

}  // namespace samgak
