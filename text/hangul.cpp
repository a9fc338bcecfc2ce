#include "text/hangul.hpp"

#include <algorithm>
#include <vector>

#include "text/utf8.hpp"

namespace samgak {
namespace {

std::vector<char32_t> jamo(std::string_view word) {
  std::vector<char32_t> out;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = decode(word, at);
    at += c.length;
    if (!is_hangul_syllable(c.value)) {
      out.push_back(c.value);
      continue;
    }
    const char32_t index = c.value - 0xAC00;
    out.push_back(0x1100 + index / 588);
    out.push_back(0x1161 + index % 588 / 28);
    if (index % 28 != 0) out.push_back(0x11A7 + index % 28);
  }
  return out;
}

}  // namespace

bool has_final_consonant(std::string_view word) {
  const char32_t last = decode_before(word, word.size()).value;
  if (is_hangul_syllable(last)) return final_consonant(last) != 0;
  // Letters and digits as Koreans read them out: l, m, n, r and 0, 1, 3, 6, 7, 8 end in a
  // consonant.
  return last < 0x80 &&
         std::string_view("lmnrLMNR013678").find(static_cast<char>(last)) != std::string_view::npos;
}

std::size_t jamo_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::vector<char32_t> x = jamo(a);
  const std::vector<char32_t> y = jamo(b);
  if ((x.size() > y.size() ? x.size() - y.size() : y.size() - x.size()) > limit) return limit + 1;
  std::vector<std::size_t> row(y.size() + 1);
  for (std::size_t j = 0; j <= y.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= x.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    std::size_t best = row[0];
    for (std::size_t j = 1; j <= y.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (x[i - 1] != y[j - 1])});
      diagonal = above;
      best = std::min(best, row[j]);
    }
    if (best > limit) return limit + 1;
  }
  return row[y.size()];
}

}  // namespace samgak
