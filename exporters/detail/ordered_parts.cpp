#include "exporters/detail/ordered_parts.hpp"

#include <algorithm>
#include <utility>

namespace samgak::detail {

OrderedParts::OrderedParts(Sink& target, unsigned threads, std::uint32_t count)
    : target_(target), count_(count), slots_(std::size_t{kSlots} * threads) {}

std::optional<OrderedParts::Part> OrderedParts::take() {
  std::unique_lock lock(mutex_);
  // To sleep and to be woken costs as much as several parts: who sleeps at all sleeps until there
  // is room for some.
  if (next_ - turn_ == slots_.size()) {
    room_.wait(lock, [this] { return failure_ || has_room(); });
  }
  if (failure_ || next_item_ == count_) return std::nullopt;
  const std::uint32_t begin = next_item_;
  next_item_ += std::min(items_, count_ - begin);
  return Part{next_++, begin, next_item_};
}

void OrderedParts::PartSink::begin(const Part& part) {
  part_ = part;
  written_ = 0;
}

/// Only a part that is longer than its slot comes here: it writes what it has at its turn, and
/// keeps the turn to its end.
void OrderedParts::PartSink::write(std::string_view bytes) {
  if (written_ == 0) parts_.wait_for_turn(part_.number);
  written_ += bytes.size();
  parts_.target_.hand_on(bytes);
}

void OrderedParts::PartSink::finish() {
  const bool has_turn = written_ != 0;
  if (has_turn) flush();
  std::unique_lock lock(parts_.mutex_);
  Slot& slot = parts_.slot(part_.number);
  if (!slot.buffer) slot.buffer.reset(new char[kSlotBytes]);
  slot.size = exchange_buffer(slot.buffer);
  slot.ready = true;
  parts_.fit(part_, written_ + slot.size);
  if (has_turn || !parts_.writing_) parts_.hand_on_ready(lock);
}

void OrderedParts::wait_for_turn(std::uint32_t number) {
  std::unique_lock lock(mutex_);
  turned_.wait(lock, [&] { return failure_ || (turn_ == number && !writing_); });
  if (failure_) throw Abandoned();
  writing_ = true;
}

/// Parts of about half a slot: few are longer, and looking for the next one costs little.
void OrderedParts::fit(const Part& part, std::size_t bytes) {
  const std::size_t items = part.end - part.begin;
  items_ = static_cast<std::uint32_t>(
      std::clamp<std::size_t>(items * (kSlotBytes / 2) / std::max<std::size_t>(bytes, 1), 1, 4096));
}

void OrderedParts::hand_on_ready(std::unique_lock<std::mutex>& lock) {
  writing_ = true;
  while (!failure_ && slot(turn_).ready) {
    Slot& first = slot(turn_);
    lock.unlock();
    target_.hand_on({first.buffer.get(), first.size});
    lock.lock();
    first.ready = false;
    ++turn_;
    if (has_room()) room_.notify_all();
  }
  writing_ = false;
  turned_.notify_all();
}

void OrderedParts::fail() noexcept {
  {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
  }
  room_.notify_all();
  turned_.notify_all();
}

void OrderedParts::rethrow() const {
  if (failure_) std::rethrow_exception(failure_);
}

}  // namespace samgak::detail
