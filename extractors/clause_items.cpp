#include "extractors/clause_items.hpp"

#include <algorithm>

namespace samgak {

const std::vector<ClauseItems::Mark>& ClauseItems::marks() {
  static const PhraseSet kMarks(
      {" 및 ", ", ", "과 함께 ", "와 함께 ", "△", "▲", "▷", "▶", "①", "②", "③", "④", "⑤"});
  constexpr std::uint32_t kFirstBullet = 4;  // place in the list
  if (marks_) return *marks_;
  marks_.emplace();
  const std::string_view said = slice(text_, clause_);
  const PhraseSet& ends = lexicon_.cue("item_end");
  kMarks.for_each(said, [&](std::uint32_t mark, std::size_t at) {
    const std::uint32_t begin = clause_.begin + static_cast<std::uint32_t>(at);
    const auto size = static_cast<std::uint32_t>(kMarks.phrases()[mark].size());
    const bool bullet = mark >= kFirstBullet;
    marks_->push_back(
        {{begin, begin + size}, ends.at_end_of(said.substr(0, at)), mark != 0, bullet});
  });
  return *marks_;
}

// «△반도체 △양자 등 두 분야를 점검했다»: what stands behind the list is about all of it.
bool ClauseItems::is_closed(const Mark& bullet, std::uint32_t at) const {
  return slice(text_, {bullet.span.end, at}).find(" 등") != std::string_view::npos;
}

std::uint32_t ClauseItems::begin_before(std::uint32_t at) {
  std::uint32_t begin = clause_.begin;
  for (const Mark& mark : marks()) {
    const bool divides = mark.bullet ? !is_closed(mark, at) : mark.ends_item;
    if (mark.span.end <= at && divides) begin = mark.span.begin;
  }
  return begin;
}

bool ClauseItems::has_bullet(std::uint32_t at) {
  const std::vector<Mark>& all = marks();
  return std::any_of(all.begin(), all.end(), [&](const Mark& mark) {
    return mark.bullet && mark.span.end <= at && !is_closed(mark, at);
  });
}

std::uint32_t ClauseItems::end_behind(std::uint32_t at) {
  for (const Mark& mark : marks()) {
    if (mark.closes && mark.span.begin >= at) return mark.span.begin;
  }
  return std::max(clause_.end, at);
}

}  // namespace samgak
