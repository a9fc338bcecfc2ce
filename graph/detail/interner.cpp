#include "graph/detail/interner.hpp"

#include <algorithm>
#include <numeric>

namespace samgak::detail {

void TextBlocks::add_block(std::size_t size) {
  const std::size_t room = std::max(size, kBlock);
  blocks_.push_back(std::unique_ptr<char[]>(new char[room]));
  at_ = blocks_.back().get();
  left_ = room;
}

std::size_t Interner::slot_for(std::string_view text, std::uint32_t hash) {
  if (3 * (texts_.size() + 1) > 2 * slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].number != kFree &&
         (slots_[at].hash != hash || texts_[slots_[at].number] != text)) {
    at = (at + 1) & mask;
  }
  return at;
}

std::uint32_t Interner::insert(std::size_t slot, std::uint32_t hash, std::string_view text) {
  slots_[slot] = {hash, static_cast<std::uint32_t>(texts_.size())};
  texts_.push_back(blocks_.keep(text));
  return slots_[slot].number;
}

void Interner::grow() {
  std::vector<Slot> old(std::max<std::size_t>(64, 2 * slots_.size()));
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.number == kFree) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].number != kFree) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

std::vector<std::uint32_t> Interner::order() const {
  std::vector<std::uint32_t> order(texts_.size());
  std::iota(order.begin(), order.end(), 0u);
  const auto less = [this](std::uint32_t a, std::uint32_t b) { return texts_[a] < texts_[b]; };
  if (!std::is_sorted(order.begin(), order.end(), less))
    std::sort(order.begin(), order.end(), less);
  return order;
}

std::vector<std::uint32_t> ranks(const std::vector<std::uint32_t>& order) {
  std::vector<std::uint32_t> rank(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  return rank;
}

}  // namespace samgak::detail
