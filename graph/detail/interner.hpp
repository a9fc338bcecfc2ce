// Strings kept while a graph is built: texts in large blocks, repeated ones once.
#pragma once

#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace samgak::detail {

/// Keeps bytes at fixed places until it is destroyed.
class TextBlocks {
 public:
  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    char* const place = claim(text.size());
    std::memcpy(place, text.data(), text.size());
    return {place, text.size()};
  }
  /// Room for `size` bytes, not aligned.
  [[nodiscard]] char* claim(std::size_t size) {
    if (size > left_) add_block(size);
    char* const place = at_;
    at_ += size;
    left_ -= size;
    total_ += size;
    return place;
  }
  /// Bytes kept so far.
  [[nodiscard]] std::size_t total() const { return total_; }

 private:
  static constexpr std::size_t kBlock = std::size_t{1} << 18;
  void add_block(std::size_t size);

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* at_ = nullptr;
  std::size_t left_ = 0;
  std::size_t total_ = 0;
};

/// Numbers strings in the order in which they come. The hash order never shows: `ranks` sorts by
/// bytes.
class Interner {
 public:
  std::uint32_t operator()(std::string_view text) {
    return (*this)(text, [](std::string_view same) { return same; });
  }
  /// The number of `clean(text)`, which is asked for only where `text` itself is not known.
  template <typename Clean>
  std::uint32_t operator()(std::string_view text, Clean clean) {
    const std::uint32_t hash = hash_of(text);
    const std::size_t slot = slot_for(text, hash);
    if (slots_[slot].number != kFree) return slots_[slot].number;
    const std::string_view cleaned = clean(text);
    return cleaned.data() == text.data() ? insert(slot, hash, text) : (*this)(cleaned);
  }
  [[nodiscard]] std::string_view operator[](std::uint32_t number) const { return texts_[number]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }
  /// Bytes of all texts together.
  [[nodiscard]] std::size_t total() const { return blocks_.total(); }
  /// Numbers in byte order of their texts.
  [[nodiscard]] std::vector<std::uint32_t> order() const;

 private:
  /// Open addressing: a text lies in the first free slot from that of its hash on.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = kFree;
  };
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;
  static std::uint32_t hash_of(std::string_view text) {
    return static_cast<std::uint32_t>(std::hash<std::string_view>{}(text));
  }
  /// Where `text` is, or the free slot where it goes.
  [[nodiscard]] std::size_t slot_for(std::string_view text, std::uint32_t hash);
  std::uint32_t insert(std::size_t slot, std::uint32_t hash, std::string_view text);
  void grow();

  TextBlocks blocks_;
  std::vector<std::string_view> texts_;
  std::vector<Slot> slots_;  ///< a power of two of them, at most two thirds in use
};

/// For each number its place in `order`.
[[nodiscard]] std::vector<std::uint32_t> ranks(const std::vector<std::uint32_t>& order);

}  // namespace samgak::detail
