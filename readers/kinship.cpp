#include "readers/kinship.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace samgak {
namespace {

std::uint64_t mix(std::uint64_t value) {
  value *= 0x9E3779B97F4A7C15u;
  value ^= value >> 29;
  value *= 0xBF58476D1CE4E5B9u;
  return value ^ value >> 32;
}

char32_t folded(char32_t c) {
  return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

bool is_ascii_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// `letter` gets each letter or digit, in lower case for ASCII. `pair` gets pairs of letters of
// Korean; of English whole words, because any two English texts share most pairs of letters.
template <typename Letter, typename Pair>
void for_each_letter_and_pair(std::string_view text, Letter letter, Pair pair) {
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      if (!is_ascii_word(text[at])) {
        ++at;
        continue;
      }
      std::uint64_t word = 0xCBF29CE484222325u;
      for (; at < text.size() && is_ascii_word(text[at]); ++at) {
        const char32_t c = folded(static_cast<unsigned char>(text[at]));
        letter(c);
        word = (word ^ c) * 0x100000001B3u;
      }
      pair(mix(word));
      before = 0;
      continue;
    }
    const CodePoint c = decode(text, at);
    at += c.length;
    if (!is_letter_or_digit(c.value)) continue;
    letter(c.value);
    if (before != 0) pair(mix(static_cast<std::uint64_t>(before) << 21 | c.value));
    before = c.value;
  }
}

template <typename Pair>
void for_each_pair(std::string_view text, Pair pair) {
  for_each_letter_and_pair(
      text, [](char32_t) {}, pair);
}

}  // namespace

void BigramSet::add(std::string_view text) {
  bits_.resize(kWords);
  for_each_pair(text, [&](std::uint64_t hash) {
    bits_[hash >> 6 & (kWords - 1)] |= std::uint64_t{1} << (hash & 63);
  });
}

double BigramSet::coverage(std::string_view text) const {
  if (bits_.empty()) return 0.0;
  std::size_t all = 0;
  std::size_t held = 0;
  for_each_pair(text, [&](std::uint64_t hash) {
    ++all;
    held += bits_[hash >> 6 & (kWords - 1)] >> (hash & 63) & 1;
  });
  return all == 0 ? 0.0 : static_cast<double>(held) / static_cast<double>(all);
}

std::vector<std::uint64_t> word_stems(std::string_view text) {
  std::vector<std::uint64_t> stems;
  std::size_t in_word = 0;
  char32_t first = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    at += c.length;
    if (!is_letter_or_digit(c.value)) {
      in_word = 0;
      continue;
    }
    if (in_word == 0) first = folded(c.value);
    if (++in_word == 2)
      stems.push_back(mix(static_cast<std::uint64_t>(first) << 21 | folded(c.value)));
  }
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

std::size_t common_count(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t count = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j)
      ++count, ++i, ++j;
    else if (*i < *j)
      ++i;
    else
      ++j;
  }
  return count;
}

std::vector<std::uint64_t> bigrams(std::string_view text) {
  std::vector<std::uint64_t> pairs;
  for_each_pair(text, [&](std::uint64_t hash) { pairs.push_back(hash); });
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

TextPrint print_of(std::string_view text) {
  TextPrint print;
  std::uint64_t hash = 0xCBF29CE484222325u;
  std::vector<std::uint64_t>& sketch = print.sketch;
  sketch.reserve(TextPrint::kSketch + 1);
  const auto letter = [&](char32_t c) {
    hash = (hash ^ c) * 0x100000001B3u;
    ++print.letters;
  };
  const auto pair = [&](std::uint64_t value) {
    const bool full = sketch.size() == TextPrint::kSketch;
    if (full && value >= sketch.back()) return;
    const auto place = std::lower_bound(sketch.begin(), sketch.end(), value);
    if (place != sketch.end() && *place == value) return;
    sketch.insert(place, value);
    if (full) sketch.pop_back();
  };
  for_each_letter_and_pair(text, letter, pair);
  print.hash = mix(hash);
  return print;
}

double jaccard(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  const std::size_t both = common_count(a, b);
  const std::size_t all = a.size() + b.size() - both;
  return all == 0 ? 0.0 : static_cast<double>(both) / static_cast<double>(all);
}

}  // namespace samgak
