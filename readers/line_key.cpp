#include "readers/line_key.hpp"

#include <cassert>
#include <cstring>
#include <span>
#include <vector>

#include "readers/phrase_index.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

std::string_view without_brackets(std::string_view key) {
  constexpr std::string_view kOpening[] = {"[", "<", "(", "【", "〈", "《", "▶", "☞", "#", "◀"};
  constexpr std::string_view kClosing[] = {"]", ">", ")", "】", "〉", "》", ":", "▶", "◀", "+"};
  bool again = true;
  while (again) {
    again = false;
    for (const std::string_view mark : kOpening) {
      if (key.starts_with(mark)) key.remove_prefix(mark.size()), again = true;
    }
    for (const std::string_view mark : kClosing) {
      if (key.ends_with(mark)) key.remove_suffix(mark.size()), again = true;
    }
  }
  return key;
}

const PhraseIndex& phrase_index() {
  static const PhraseIndex kIndex([] {
    std::vector<std::string_view> phrases;
    for (const NoisePhrase& row : noise_phrases()) phrases.push_back(row.phrase);
    return phrases;
  }());
  return kIndex;
}

// «글로벌» is no «글».
bool is_other_word(std::string_view phrase, std::string_view after) {
  return phrase.ends_with("글") && after.starts_with("로벌");
}

}  // namespace

LineKey::LineKey(std::string_view line) {
  assert(line.size() <= kLongest);
  char* out = room_.data();
  const auto put = [&](std::size_t at, std::size_t length) {
    std::memcpy(out, line.data() + at, length);
    out += length;
  };
  for (std::size_t at = 0; at < line.size();) {
    // Han and Hangul are neither spaces nor ornaments.
    const auto lead = static_cast<unsigned char>(line[at]);
    if (lead >= 0xE4 && lead <= 0xED && at + 3 <= line.size()) {
      put(at, 3);
      at += 3;
      continue;
    }
    const CodePoint c = decode(line, at);
    const bool ornament =
        out == room_.data() &&
        (c.value == '-' || c.value == '*' || is_middle_dot(c.value) || c.value == 0x203B ||
         (c.value >= 0x25A0 && c.value <= 0x25FF && c.value != 0x25B6));
    if (!is_space(c.value) && !ornament) {
      if (c.value < 0x80) {
        *out++ = static_cast<char>(c.value >= 'A' && c.value <= 'Z' ? c.value + 32 : c.value);
      } else {
        put(at, c.length);
      }
    }
    at += c.length;
  }
  key_ = {room_.data(), static_cast<std::size_t>(out - room_.data())};
  bare_ = without_brackets(key_);
}

const NoisePhrase* LineKey::phrase() const {
  const std::span<const NoisePhrase> rows = noise_phrases();
  const auto bare_begin = static_cast<std::size_t>(bare_.data() - key_.data());
  const std::size_t length = count_code_points(key_);
  std::size_t best = rows.size();
  phrase_index().for_each_match(key_, [&](std::uint32_t i, std::size_t at) {
    const NoisePhrase& row = rows[i];
    if (i >= best || length > row.longest + 4u) return;  // up to four brackets do not count
    if (is_other_word(row.phrase, key_.substr(at + row.phrase.size()))) return;
    const bool first = at == 0 || at == bare_begin;
    const std::size_t end = at + row.phrase.size();
    const bool last = end == key_.size() || end == bare_begin + bare_.size();
    if (row.match == Match::contains || (row.match == Match::prefix && first) ||
        (row.match == Match::suffix && last) || (first && last)) {
      best = i;
    }
  });
  return best < rows.size() ? &rows[best] : nullptr;
}

}  // namespace samgak
