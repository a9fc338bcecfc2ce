// A run of nodes or edges written on several threads, with the bytes of one.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <thread>
#include <vector>

#include "exporters/sink.hpp"

namespace samgak::detail {

/// Deals out the parts of a run in their order and lets their bytes into one sink in the same
/// order. Thread-safe.
///
/// What is written before its turn waits in a slot, and whoever finishes the part whose turn it is
/// hands on all that is ready: so a thread waits only when it is a whole round of slots ahead, or
/// when a part is longer than its slot. Who has the first part that is not finished never waits, so
/// all go on.
class OrderedParts {
 public:
  /// Bytes of a slot, and slots for a thread: what an export needs for each of them.
  static constexpr std::size_t kSlotBytes = std::size_t{96} * 1024;
  static constexpr std::uint32_t kSlots = 3;

  struct Part {
    std::uint32_t number = 0;
    std::uint32_t begin = 0;  ///< first item
    std::uint32_t end = 0;
  };

  /// `target` must outlive the object; nothing else may write to it meanwhile.
  OrderedParts(Sink& target, unsigned threads, std::uint32_t count);

  /// The next part that nobody has, or none when all are dealt out or one has failed.
  [[nodiscard]] std::optional<Part> take();

  /// Writes one part after the other. A thread has one of its own.
  class PartSink : public Sink {
   public:
    explicit PartSink(OrderedParts& parts) : Sink(kSlotBytes), parts_(parts) {}
    void begin(const Part& part);
    /// The part has written all it has.
    void finish();

   protected:
    void write(std::string_view bytes) override;

   private:
    OrderedParts& parts_;
    Part part_;
    std::size_t written_ = 0;  ///< bytes that did not fit into the slot
  };

  /// To be called in a handler: the run ends, and `rethrow` throws the first exception of all.
  void fail() noexcept;
  /// Call it when nobody works on a part any more.
  void rethrow() const;

 private:
  struct Abandoned {};
  struct Slot {
    std::unique_ptr<char[]> buffer;
    std::size_t size = 0;
    bool ready = false;
  };

  Slot& slot(std::uint32_t number) { return slots_[number % slots_.size()]; }
  [[nodiscard]] bool has_room() const { return next_ - turn_ <= slots_.size() / 2; }
  void wait_for_turn(std::uint32_t number);
  void fit(const Part& part, std::size_t bytes);
  void hand_on_ready(std::unique_lock<std::mutex>& lock);

  Sink& target_;
  const std::uint32_t count_;
  std::mutex mutex_;
  std::condition_variable room_;    ///< half of the slots are free
  std::condition_variable turned_;  ///< `turn_` or `writing_` has changed
  std::vector<Slot> slots_;
  std::uint32_t items_ = 16;     ///< of the next part
  std::uint32_t next_item_ = 0;  ///< first that nobody has
  std::uint32_t next_ = 0;       ///< number of the next part
  std::uint32_t turn_ = 0;       ///< first part that is not finished
  bool writing_ = false;         ///< does somebody write to the target?
  std::exception_ptr failure_;
};

/// Calls `write(writer, begin, end)` for parts of the run from 0 to `count`, so that the bytes come
/// in this order.
///
/// On one thread `writer`, which writes to `sink`, does it all. On more each thread has a writer of
/// its own, made by `make(sink)`, and `writer.add_counts(other)` takes over what it counted: what
/// is written for an item must not depend on the items before it.
template <typename Writer, typename Make, typename Write>
void write_parts(Writer& writer, Sink& sink, unsigned threads, std::uint32_t count, Make make,
                 Write write) {
  if (threads <= 1 || count <= 1) {
    write(writer, 0, count);
    return;
  }
  OrderedParts parts(sink, threads, count);
  std::mutex counting;
  const auto serve = [&] {
    try {
      OrderedParts::PartSink own_sink(parts);
      Writer own = make(own_sink);
      while (const std::optional<OrderedParts::Part> part = parts.take()) {
        own_sink.begin(*part);
        write(own, part->begin, part->end);
        own_sink.finish();
      }
      const std::lock_guard lock(counting);
      writer.add_counts(own);
    } catch (...) {
      parts.fail();
    }
  };
  {
    std::vector<std::jthread> helpers;
    for (unsigned i = 1; i < threads; ++i) helpers.emplace_back(serve);
    serve();
  }
  parts.rethrow();
}

/// The same with `write(writer, i)`, called for each i below `count`.
template <typename Writer, typename Make, typename Write>
void write_items(Writer& writer, Sink& sink, unsigned threads, std::uint32_t count, Make make,
                 Write write) {
  write_parts(writer, sink, threads, count, make,
              [&](Writer& own, std::uint32_t begin, std::uint32_t end) {
                for (std::uint32_t i = begin; i < end; ++i) write(own, i);
              });
}

}  // namespace samgak::detail
