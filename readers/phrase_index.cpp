#include "readers/phrase_index.hpp"

#include <cassert>
#include <utility>

namespace samgak {

PhraseIndex::PhraseIndex(std::vector<std::string_view> phrases) : phrases_(std::move(phrases)) {
  for (std::uint32_t i = 0; i < phrases_.size(); ++i) {
    const std::string_view phrase = phrases_[i];
    assert(phrase.size() >= 2);
    // What comes after a phrase of two bytes may be anything.
    for (int last = phrase.size() > 2 ? 255 : 0; last < 256; ++last) {
      const char bytes[] = {phrase[0], phrase[1],
                            phrase.size() > 2 ? phrase[2] : static_cast<char>(last)};
      const std::size_t slot = slot_of(bytes);
      used_.set(slot);
      if (slots_[slot].empty() || slots_[slot].back() != i) slots_[slot].push_back(i);
    }
  }
}

}  // namespace samgak
