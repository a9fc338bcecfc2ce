#include "extractors/labels.hpp"

#include "text/utf8.hpp"

namespace samgak {
namespace {

constexpr std::size_t kLongestLabel = 14;  // code points

/// Label and content of a line, both empty when the line has no such shape.
std::pair<Span, Span> split_line(std::string_view text, const Section& section) {
  if (section.cells.size() >= 2)
    return {section.cells[0], {section.cells[1].begin, section.span.end}};
  const std::string_view line = slice(text, section.span);
  const auto at = [&](std::size_t offset) {
    return section.span.begin + static_cast<std::uint32_t>(offset);
  };
  if (line.starts_with("(")) {
    const std::size_t close = line.find(')');
    if (close == std::string_view::npos) return {};
    return {{at(1), at(close)}, {at(close + 1), section.span.end}};
  }
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  return {{section.span.begin, at(colon)}, {at(colon + 1), section.span.end}};
}

}  // namespace

std::optional<Label> find_label(std::string_view text, const Section& section,
                                const Lexicon& lexicon) {
  const auto [label, content] = split_line(text, section);
  if (label.empty() || content.empty()) return std::nullopt;
  const std::string key = name_key(slice(text, label));
  if (count_code_points(key) > kLongestLabel) return std::nullopt;
  for (const std::string_view kind : {"attended", "heldIn", "date", "agreed", "discussed"}) {
    for (const std::string& cue : lexicon.cue(std::string("label_").append(kind))) {
      if (key.find(cue) != std::string::npos) return Label{std::string(kind), content};
    }
  }
  return std::nullopt;
}

}  // namespace samgak
