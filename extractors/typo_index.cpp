#include "extractors/typo_index.hpp"

#include "text/hangul.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

constexpr std::size_t kSyllableBytes = 3;
constexpr std::size_t kLeastSyllables = 4;
constexpr std::size_t kMostJamo = 1;

bool is_hangul(std::string_view word) {
  for (std::size_t at = 0; at < word.size(); at += decode(word, at).length) {
    if (!is_hangul_syllable(decode(word, at).value)) return false;
  }
  return true;
}

std::string without(std::string_view word, std::size_t position) {
  std::string out(word);
  out.erase(position * kSyllableBytes, kSyllableBytes);
  return out;
}

std::string key(std::string_view word, std::size_t position) {
  return without(word, position) + "\n" + std::to_string(position);
}

}  // namespace

void TypoIndex::add(std::string_view name, std::uint32_t value) {
  const std::size_t syllables = name.size() / kSyllableBytes;
  if (syllables >= 2 && is_hangul(name)) beginnings_.emplace(name.substr(0, 2 * kSyllableBytes));
  if (syllables < kLeastSyllables || !is_hangul(name)) return;
  for (std::size_t i = 0; i < syllables; ++i) {
    const auto put = [&](std::unordered_map<std::string, Candidate>& map, std::string k) {
      const auto [it, fresh] =
          map.emplace(std::move(k), Candidate{value, std::string(name), false});
      if (!fresh && it->second.value != value) it->second.ambiguous = true;
    };
    put(without_one_, key(name, i));
    if (i == 0) put(headless_, without(name, i));
  }
}

std::optional<std::uint32_t> TypoIndex::find(std::string_view word) const {
  if (word.size() < (kLeastSyllables - 1) * kSyllableBytes || !is_hangul(word)) return std::nullopt;
  const bool known_beginning =
      beginnings_.count(std::string(word.substr(0, 2 * kSyllableBytes))) > 0;
  if (const auto it = headless_.find(std::string(word));
      it != headless_.end() && !it->second.ambiguous && !known_beginning) {
    return it->second.value;
  }
  for (std::size_t i = 0; i < word.size() / kSyllableBytes; ++i) {
    const auto it = without_one_.find(key(word, i));
    if (it == without_one_.end() || it->second.ambiguous) continue;
    if (jamo_distance(word, it->second.name, kMostJamo) <= kMostJamo) return it->second.value;
  }
  return std::nullopt;
}

}  // namespace samgak
