#include "readers/clean_text.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace samgak {
namespace {

// Bytes that can be copied without a look at the character: all but controls, the space, and the
// lead bytes of characters that may be white space or invisible (U+00A0, U+00AD, U+2000 …, U+3000,
// U+3164, U+FEFF).
constexpr std::array<bool, 256> kPlainByte = [] {
  std::array<bool, 256> plain{};
  for (int i = 0x21; i < 256; ++i) plain[static_cast<std::size_t>(i)] = true;
  for (const int lead : {0x7F, 0xC2, 0xE2, 0xE3, 0xEF})
    plain[static_cast<std::size_t>(lead)] = false;
  return plain;
}();

bool is_plain(char c) {
  return kPlainByte[static_cast<unsigned char>(c)];
}

constexpr bool is_invisible(char32_t c) {
  return c == 0x200B || c == 0xFEFF || c == 0x2060 || c == 0xAD;
}

constexpr bool is_blank(char32_t c) {
  return c <= 0x20 || c == 0x7F || c == 0x2028 || c == 0x2029 || c == 0x3164 || is_space(c);
}

}  // namespace

std::uint32_t CleanText::begin_block() {
  if (!text_.empty() && text_.back() != '\n') text_ += '\n';
  block_begin_ = text_.size();
  space_pending_ = false;
  return size();
}

void CleanText::write_pending_space() {
  if (!space_pending_) return;
  space_pending_ = false;
  if (text_.size() == block_begin_ || text_.back() == '\t' || text_.back() == '\n') return;
  const auto at = static_cast<std::uint32_t>(space_at_);
  Run* last = runs_.empty() ? nullptr : &runs_.back();
  const bool follows =
      last != nullptr && last->source_end == 0 && last->clean_end == text_.size() &&
      last->source + (last->clean_end - last->clean) == at && source_->text()[space_at_] == ' ';
  if (follows) {
    ++last->clean_end;
  } else {
    runs_.push_back({size(), size() + 1, at, 0});
  }
  text_ += ' ';
}

void CleanText::copy(std::size_t begin, std::size_t end) {
  write_pending_space();
  const auto length = static_cast<std::uint32_t>(end - begin);
  Run* last = runs_.empty() ? nullptr : &runs_.back();
  if (last != nullptr && last->source_end == 0 && last->clean_end == text_.size() &&
      last->source + (last->clean_end - last->clean) == begin) {
    last->clean_end += length;
  } else {
    runs_.push_back({size(), size() + length, static_cast<std::uint32_t>(begin), 0});
  }
  text_.append(source_->text(), begin, length);
}

void CleanText::append(std::size_t begin, std::size_t end) {
  const std::string_view source = source_->text();
  std::size_t at = begin;
  while (at < end) {
    const std::size_t word = at;
    while (at < end && (is_plain(source[at]) || (source[at] == ' ' && at > word && at + 1 < end &&
                                                 is_plain(source[at + 1])))) {
      ++at;
    }
    if (at > word) copy(word, at);
    if (at >= end) break;
    const CodePoint c = decode(source, at);
    if (is_blank(c.value) && !is_invisible(c.value)) {
      space(at);
    } else if (!is_invisible(c.value)) {
      copy(at, at + c.length);
    }
    at += c.length;
  }
}

void CleanText::append_for(std::string_view text, std::size_t begin, std::size_t end) {
  if (text.empty()) return;
  const CodePoint first = decode(text, 0);
  if (first.length == text.size() && is_invisible(first.value)) return;
  if (first.length == text.size() && is_blank(first.value)) return space(begin);
  write_pending_space();
  const std::uint32_t at = size();
  text_ += text;
  runs_.push_back({at, size(), static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
}

void CleanText::space(std::size_t at) {
  if (space_pending_) return;
  space_pending_ = true;
  space_at_ = at;
}

void CleanText::separate(char separator) {
  space_pending_ = false;
  text_ += separator;
}

std::size_t CleanText::source_of(std::uint32_t at) const {
  const auto it = std::upper_bound(runs_.begin(), runs_.end(), at,
                                   [](std::uint32_t a, const Run& run) { return a < run.clean; });
  if (it == runs_.begin()) return 0;
  const Run& run = *(it - 1);
  return run.source_end != 0 ? run.source : run.source + (at - run.clean);
}

OffsetMap CleanText::offset_map() const {
  OffsetMap map;
  for (const Run& run : runs_) {
    if (run.source_end == 0) {
      source_->map_run(map, run.clean, run.source, run.clean_end - run.clean);
    } else {
      map.add_block(run.clean, run.clean_end, source_->code_point_begin(run.source),
                    source_->code_point_end(run.source_end));
    }
  }
  if (runs_.empty()) map.add(0, 0);
  return map;
}

}  // namespace samgak
