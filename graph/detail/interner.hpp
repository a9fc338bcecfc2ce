// Strings kept while a graph is built: texts in large blocks, repeated ones once.
#pragma once

#include <cstdint>
#include <cstring>
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
  std::uint32_t operator()(std::string_view text);
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
  void grow();

  TextBlocks blocks_;
  std::vector<std::string_view> texts_;
  std::vector<Slot> slots_;  ///< a power of two of them, at most two thirds in use
};

/// For each number its place in `order`.
[[nodiscard]] std::vector<std::uint32_t> ranks(const std::vector<std::uint32_t>& order);

}  // namespace samgak::detail
