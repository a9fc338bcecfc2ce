#include "ontology/phrase_set.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

namespace samgak {

PhraseSet::PhraseSet(std::vector<std::string> phrases) : phrases_(std::move(phrases)) {
  std::vector<std::uint32_t> keys(phrases_.size());
  std::transform(phrases_.begin(), phrases_.end(), keys.begin(),
                 [](const std::string& phrase) { return TextHead(phrase).key(); });
  first_.fill(phrases_, keys);
  for (Form& form : first_.forms) {
    form.bytes = TextHead(phrases_[form.phrase]).bytes();
    form.mask = form.size >= kHead ? ~std::uint64_t{0} : (std::uint64_t{1} << 8 * form.size) - 1;
  }
  beginnings_ = Beginnings(phrases_.size());
  for (const std::string& phrase : phrases_) {
    if (!phrase.empty()) beginnings_.add(phrase);
  }
  std::transform(phrases_.begin(), phrases_.end(), keys.begin(),
                 [](const std::string& phrase) { return last_key(phrase, tail_of(phrase)); });
  last_.fill(phrases_, keys);
  for (Form& form : last_.forms) {
    form.bytes = tail_of(phrases_[form.phrase]);
    form.mask = form.size >= kHead ? ~std::uint64_t{0}
                : form.size == 0   ? 0
                                   : ~std::uint64_t{0} << 8 * (kHead - form.size);
  }
}

// Key 0 is that of the empty phrase and of a free slot.
void PhraseSet::Table::fill(const std::vector<std::string>& phrases,
                            const std::vector<std::uint32_t>& keys) {
  std::vector<std::uint32_t> order(keys.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
  const std::size_t size = std::bit_ceil(2 * keys.size() + 2);
  slots.assign(size, Slot());
  shift = 32 - static_cast<unsigned>(std::countr_zero(size));
  for (const std::uint32_t phrase : order)
    forms.push_back({0, 0, phrase, static_cast<std::uint32_t>(phrases[phrase].size())});
  for (std::uint32_t i = 0; i < order.size();) {
    std::uint32_t end = i;
    while (end < order.size() && keys[order[end]] == keys[order[i]]) ++end;
    if (const std::uint32_t key = keys[order[i]]; key != 0) {
      std::size_t at = (key * TextHead::kSpread) >> shift;
      while (slots[at].key != 0) at = (at + 1) & (size - 1);
      slots[at] = {key, i, end};
    }
    i = end;
  }
}

std::uint32_t PhraseSet::last_key(std::string_view text, std::uint64_t tail) {
  // The last byte of `tail` is that of the text; bytes of a tail that continue a character begin
  // with the bits 10.
  if ((tail >> 56 & 0xC0) != 0x80) return static_cast<std::uint32_t>(tail >> 56);
  if ((tail >> 40 & 0xF0) == 0xE0) return static_cast<std::uint32_t>(tail >> 40);
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return TextHead(text.substr(at)).key();
}

bool PhraseSet::in(std::string_view text) const {
  return walk(text, 0, text.size(), [](std::uint32_t, std::size_t) { return true; });
}

bool PhraseSet::begins_within(std::string_view text, std::size_t limit) const {
  return walk(text, 0, std::min(limit, text.size()),
              [](std::uint32_t, std::size_t) { return true; });
}

bool PhraseSet::at_begin_of(std::string_view text) const {
  const TextHead head(text);
  if (!beginnings_.may_begin(head)) return false;
  const Slot& slot = first_.find(head.key());
  return std::any_of(first_.forms.begin() + slot.begin, first_.forms.begin() + slot.end,
                     [&](const Form& form) {
                       return (head.bytes() & form.mask) == form.bytes && begins(text, form);
                     });
}

bool PhraseSet::at_end_of(std::string_view text) const {
  return any_at_end(text, [](std::uint32_t) { return true; });
}

void PhraseSet::find_all(std::string_view text, std::size_t from, std::vector<Hit>& out) const {
  const auto old = static_cast<std::ptrdiff_t>(out.size());
  walk(text, from, text.size(), [&](std::uint32_t phrase, std::size_t at) {
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
