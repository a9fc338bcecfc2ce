#include "text/document.hpp"

#include <algorithm>
#include <cassert>

#include "text/utf8.hpp"

namespace samgak {

std::string_view to_string(SectionKind kind) {
  constexpr std::string_view kNames[] = {"title",     "excerpt",   "heading",
                                         "paragraph", "list_item", "table_row",
                                         "caption",   "noise",     "duplicate"};
  return kNames[static_cast<std::size_t>(kind)];
}

void OffsetMap::add(std::uint32_t text_byte, std::uint32_t source) {
  assert(runs_.empty() || runs_.back().text <= text_byte);
  if (!runs_.empty() && runs_.back().text == text_byte) runs_.pop_back();
  runs_.push_back({text_byte, source, 0});
}

void OffsetMap::add_block(std::uint32_t text_begin, std::uint32_t text_end,
                          std::uint32_t source_begin, std::uint32_t source_end) {
  add(text_begin, source_begin);
  runs_.back().source_end = source_end;
  runs_.push_back({text_end, source_end, 0});
}

void OffsetMap::settle(std::string_view text) {
  constexpr std::uint32_t kLongestRun = 256;  // bytes
  std::vector<Run> runs;
  runs.reserve(runs_.size() + text.size() / kLongestRun);
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    Run run = runs_[i];
    runs.push_back(run);
    if (run.source_end != 0) continue;
    const auto end =
        i + 1 < runs_.size() ? runs_[i + 1].text : static_cast<std::uint32_t>(text.size());
    while (run.text + kLongestRun < end) {
      std::uint32_t cut = run.text + kLongestRun;
      while ((static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
      run.source +=
          static_cast<std::uint32_t>(count_code_points(text.substr(run.text, cut - run.text)));
      run.text = cut;
      runs.push_back(run);
    }
  }
  runs_ = std::move(runs);
}

const OffsetMap::Run& OffsetMap::run_at(std::uint32_t at) const {
  assert(!runs_.empty());
  auto it = std::upper_bound(runs_.begin(), runs_.end(), at,
                             [](std::uint32_t a, const Run& r) { return a < r.text; });
  return it == runs_.begin() ? *it : *(it - 1);
}

Span OffsetMap::source_place(std::string_view text, Span span) const {
  const auto count = [&](std::uint32_t begin, std::uint32_t end) {
    return static_cast<std::uint32_t>(count_code_points(text.substr(begin, end - begin)));
  };
  const std::uint32_t last = span.end - decode_before(text, span.end).length;
  const Run& first_run = run_at(span.begin);
  const Run& last_run = run_at(last);
  const std::uint32_t begin = first_run.source_end != 0
                                  ? first_run.source
                                  : first_run.source + count(first_run.text, span.begin);
  if (last_run.source_end != 0) return {begin, last_run.source_end};
  // Most spans lie in one run.
  if (&first_run == &last_run) return {begin, begin + count(span.begin, last) + 1};
  return {begin, last_run.source + count(last_run.text, last) + 1};
}

Document::Document(std::string name, std::string text, std::vector<Section> sections, OffsetMap map,
                   Date published, std::optional<Sha256> checksum)
    : name_(std::move(name)),
      text_(std::move(text)),
      sections_(std::move(sections)),
      map_(std::move(map)),
      published_(published),
      checksum_(checksum) {
  map_.settle(text_);
}

Span Document::source_place(Span span) const {
  if (span.empty()) return {};
  return map_.source_place(text_, span);
}

}  // namespace samgak
