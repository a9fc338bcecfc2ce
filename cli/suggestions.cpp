#include "cli/suggestions.hpp"

#include <algorithm>
#include <tuple>

#include "text/hangul.hpp"
#include "text/utf8.hpp"

namespace samgak {

namespace {

/// Letters of a key, as `jamo_distance` counts them, within one or two of each.
std::size_t letter_count(std::string_view key) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < key.size();) {
    const CodePoint c = decode(key, at);
    letters += is_hangul_syllable(c.value) ? 3 : 1;
    at += c.length;
  }
  return letters;
}

}  // namespace

std::vector<std::string> suggestions(std::string_view word,
                                     const std::vector<std::string>& candidates, std::size_t most) {
  if (!is_valid_utf8(word)) return {};
  const std::string key = name_key(word);
  const std::size_t letters = letter_count(key);
  const std::size_t limit = std::max<std::size_t>(1, letters / 3);
  // Rank 0 is a part of the candidate, so the closest in length leads; rank 1 a misspelling, the
  // closest leads.
  std::vector<std::tuple<int, std::size_t, std::string>> found;
  for (const std::string& candidate : candidates) {
    const std::string other = name_key(candidate);
    if (key.empty() || other.empty()) continue;
    if (other.find(key) != std::string::npos) {
      found.emplace_back(0, other.size() - key.size(), candidate);
      continue;
    }
    const std::size_t others = letter_count(other);
    // No need to compare words whose lengths alone are further apart than the limit (a syllable has
    // two letters or three).
    if (others > 2 * letters + limit || letters > 2 * others + limit) continue;
    const std::size_t distance = jamo_distance(key, other, limit);
    if (distance <= limit) found.emplace_back(1, distance, candidate);
  }
  std::sort(found.begin(), found.end());
  std::vector<std::string> out;
  for (auto& [rank, distance, candidate] : found) {
    if (out.size() == most) break;
    if (std::find(out.begin(), out.end(), candidate) == out.end())
      out.push_back(std::move(candidate));
  }
  return out;
}

std::string did_you_mean(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    out += i == 0 ? "; did you mean " : i + 1 == words.size() ? " or " : ", ";
    out += words[i];
  }
  return out.empty() ? out : out + "?";
}

}  // namespace samgak
