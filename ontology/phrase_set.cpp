#include "ontology/phrase_set.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

namespace samgak {

PhraseSet::PhraseSet(std::vector<std::string> phrases) : phrases_(std::move(phrases)) {
  std::vector<std::uint32_t> keys(phrases_.size());
  std::transform(phrases_.begin(), phrases_.end(), keys.begin(),
                 [](const std::string& phrase) { return key_at(phrase, 0); });
  first_.fill(keys);
  for (Slot& slot : first_.slots) {
    for (std::uint32_t i = slot.begin; i < slot.end; ++i) {
      const std::string& phrase = phrases_[first_.order[i]];
      const std::size_t behind = step(phrase[0]);
      // A phrase that is no longer than that may be followed by anything.
      if (phrase.size() < behind + 3) {
        slot.next = ~std::uint64_t{0};
      } else {
        std::uint32_t bytes = 0;
        std::memcpy(&bytes, phrase.data() + behind, 3);
        slot.next |= next_bit(bytes);
      }
    }
  }
  std::transform(phrases_.begin(), phrases_.end(), keys.begin(),
                 [](const std::string& phrase) { return key_before(phrase); });
  last_.fill(keys);
}

// Key 0 is that of the empty phrase and of a free slot.
void PhraseSet::Table::fill(const std::vector<std::uint32_t>& keys) {
  order.resize(keys.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
  const std::size_t size = std::bit_ceil(2 * keys.size() + 2);
  slots.assign(size, Slot());
  shift = 32 - static_cast<unsigned>(std::countr_zero(size));
  for (std::uint32_t i = 0; i < order.size();) {
    std::uint32_t end = i;
    while (end < order.size() && keys[order[end]] == keys[order[i]]) ++end;
    if (const std::uint32_t key = keys[order[i]]; key != 0) {
      std::size_t at = (key * 0x9E3779B1U) >> shift;
      while (slots[at].key != 0) at = (at + 1) & (size - 1);
      slots[at] = {key, i, end, 0};
    }
    i = end;
  }
}

std::uint32_t PhraseSet::key_before(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return key_at(text, at);
}

bool PhraseSet::in(std::string_view text) const {
  return walk(text, 0, [](std::uint32_t, std::size_t) { return true; });
}

bool PhraseSet::at_begin_of(std::string_view text) const {
  if (text.empty()) return false;
  const Slot& slot = first_.find(key_at(text, 0));
  return std::any_of(first_.order.begin() + slot.begin, first_.order.begin() + slot.end,
                     [&](std::uint32_t phrase) { return text.starts_with(phrases_[phrase]); });
}

bool PhraseSet::at_end_of(std::string_view text) const {
  bool found = false;
  for_each_at_end(text, [&](std::uint32_t) { found = true; });
  return found;
}

void PhraseSet::find_all(std::string_view text, std::size_t from, std::vector<Hit>& out) const {
  const auto old = static_cast<std::ptrdiff_t>(out.size());
  walk(text, from, [&](std::uint32_t phrase, std::size_t at) {
    out.push_back({phrase, static_cast<std::uint32_t>(at)});
    return false;
  });
  std::sort(out.begin() + old, out.end(), [](const Hit& a, const Hit& b) {
    return a.phrase != b.phrase ? a.phrase < b.phrase : a.at < b.at;
  });
  // What overlaps its own phrase is left out.
  std::size_t kept = static_cast<std::size_t>(old);
  for (std::size_t i = kept; i < out.size(); ++i) {
    const Hit hit = out[i];
    const bool same = kept > static_cast<std::size_t>(old) && out[kept - 1].phrase == hit.phrase;
    if (same && hit.at < out[kept - 1].at + phrases_[hit.phrase].size()) continue;
    out[kept++] = hit;
  }
  out.resize(kept);
}

}  // namespace samgak
