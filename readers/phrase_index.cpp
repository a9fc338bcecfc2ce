#include "readers/phrase_index.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace samgak {

PhraseIndex::PhraseIndex(std::vector<std::string_view> phrases) : phrases_(std::move(phrases)) {
  std::vector<std::vector<Entry>> slots(kSlots);
  for (std::uint32_t i = 0; i < phrases_.size(); ++i) {
    const std::string_view phrase = phrases_[i];
    assert(phrase.size() >= 2);
    std::array<char, sizeof(std::uint64_t)> ones{};
    std::memset(ones.data(), 0xFF, std::min(phrase.size(), ones.size()));
    const Entry entry{head_of(phrase), head_of({ones.data(), ones.size()}), i};
    // What comes after a phrase of two bytes may be anything.
    for (int last = phrase.size() > 2 ? 255 : 0; last < 256; ++last) {
      const char bytes[] = {phrase[0], phrase[1],
                            phrase.size() > 2 ? phrase[2] : static_cast<char>(last)};
      const std::size_t slot = slot_of(bytes);
      used_.set(slot);
      if (slots[slot].empty() || slots[slot].back().phrase != i) slots[slot].push_back(entry);
    }
  }
  for (const std::vector<Entry>& slot : slots) {
    first_.push_back(static_cast<std::uint32_t>(entries_.size()));
    entries_.insert(entries_.end(), slot.begin(), slot.end());
  }
  first_.push_back(static_cast<std::uint32_t>(entries_.size()));
}

}  // namespace samgak
