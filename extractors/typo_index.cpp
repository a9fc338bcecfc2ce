#include "extractors/typo_index.hpp"

#include <array>

#include "text/hangul.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

constexpr std::size_t kSyllableBytes = 3;
constexpr std::size_t kLeastSyllables = 4;
static_assert(TypoIndex::kShortest == (kLeastSyllables - 1) * kSyllableBytes);
constexpr std::size_t kMostSyllables = 48;
constexpr std::size_t kMostJamo = 1;
/// Position that stands for «the first syllable is not there».
constexpr std::uint8_t kHeadless = 0xFF;
constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15ULL;

bool is_hangul(std::string_view word) {
  for (std::size_t at = 0; at < word.size(); at += decode(word, at).length) {
    if (!is_hangul_syllable(decode(word, at).value)) return false;
  }
  return !word.empty();
}

std::uint64_t beginning_of(std::string_view word) {
  return static_cast<std::uint64_t>(decode(word, 0).value) << 32 |
         decode(word, kSyllableBytes).value;
}

std::uint64_t finish(std::uint64_t hash, std::size_t position) {
  hash = (hash ^ position) * 0xD6E8FEB86659FD93ULL;
  return hash ^ hash >> 32;
}

/// Hashes of a word without each of its syllables, all in one pass.
class RestHashes {
 public:
  explicit RestHashes(std::string_view word) : syllables_(word.size() / kSyllableBytes) {
    powers_[0] = 1;
    for (std::size_t i = 0; i < syllables_; ++i) {
      heads_[i + 1] = heads_[i] * kBase + decode(word, i * kSyllableBytes).value;
      powers_[i + 1] = powers_[i] * kBase;
    }
  }
  [[nodiscard]] std::size_t size() const { return syllables_; }
  [[nodiscard]] std::uint64_t whole() const { return finish(heads_[syllables_], kHeadless); }
  [[nodiscard]] std::uint64_t headless() const { return finish(tail(1), kHeadless); }
  [[nodiscard]] std::uint64_t without(std::size_t i) const {
    return finish(heads_[i] * powers_[syllables_ - 1 - i] + tail(i + 1), i);
  }

 private:
  [[nodiscard]] std::uint64_t tail(std::size_t from) const {
    return heads_[syllables_] - heads_[from] * powers_[syllables_ - from];
  }
  std::size_t syllables_;
  std::array<std::uint64_t, kMostSyllables + 1> heads_{};
  std::array<std::uint64_t, kMostSyllables + 1> powers_;
};

}  // namespace

bool TypoIndex::same_key(const Slot& slot, std::string_view word, std::uint8_t position) const {
  if (slot.position != position) return false;
  const std::string_view name = text_of(slot);
  if (position == kHeadless) return name.substr(kSyllableBytes) == word;
  const std::size_t at = position * kSyllableBytes;
  return name.size() == word.size() && name.substr(0, at) == word.substr(0, at) &&
         name.substr(at + kSyllableBytes) == word.substr(at + kSyllableBytes);
}

std::size_t TypoIndex::place_of(std::uint64_t hash, std::string_view word,
                                std::uint8_t position) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.name == 0 || (slot.hash == hash && same_key(slot, word, position))) return at;
  }
}

void TypoIndex::grow() {
  const std::vector<Slot> old = std::move(slots_);
  slots_.assign(old.empty() ? 1024 : 2 * old.size(), Slot());
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.name == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].name != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

void TypoIndex::put(std::uint64_t hash, std::string_view word, std::uint8_t position) {
  if (2 * (used_ + 1) > slots_.size()) grow();
  Slot& slot = slots_[place_of(hash, word, position)];
  if (slot.name == 0) {
    slot = {hash, static_cast<std::uint32_t>(names_.size()), position, false};
    ++used_;
  } else if (names_[slot.name - 1U].value != names_.back().value) {
    slot.ambiguous = true;
  }
}

void TypoIndex::add(std::string_view name, std::uint32_t value) {
  const std::size_t syllables = name.size() / kSyllableBytes;
  if (syllables < 2 || syllables > kMostSyllables || !is_hangul(name)) return;
  beginnings_.insert(beginning_of(name));
  if (syllables < kLeastSyllables) return;
  names_.push_back({static_cast<std::uint32_t>(letters_.size()),
                    static_cast<std::uint32_t>(name.size()), value});
  letters_ += name;
  const RestHashes hashes(name);
  for (std::size_t i = 0; i < syllables; ++i)
    put(hashes.without(i), name, static_cast<std::uint8_t>(i));
  put(hashes.headless(), name.substr(kSyllableBytes), kHeadless);
}

std::optional<std::uint32_t> TypoIndex::find(std::string_view word) const {
  const std::size_t syllables = word.size() / kSyllableBytes;
  if (slots_.empty() || word.size() < kShortest || syllables > kMostSyllables || !is_hangul(word))
    return std::nullopt;
  const RestHashes hashes(word);
  const Slot& whole = slots_[place_of(hashes.whole(), word, kHeadless)];
  if (whole.name != 0 && !whole.ambiguous && beginnings_.count(beginning_of(word)) == 0)
    return names_[whole.name - 1U].value;
  for (std::size_t i = 0; i < syllables; ++i) {
    const Slot& slot = slots_[place_of(hashes.without(i), word, static_cast<std::uint8_t>(i))];
    if (slot.name == 0 || slot.ambiguous) continue;
    if (jamo_distance(word, text_of(slot), kMostJamo) <= kMostJamo)
      return names_[slot.name - 1U].value;
  }
  return std::nullopt;
}

}  // namespace samgak
