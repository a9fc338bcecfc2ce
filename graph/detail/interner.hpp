// Strings kept while a graph is built: texts in large blocks, repeated ones once.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace samgak::detail {

/// Keeps texts at fixed places until it is destroyed.
class TextBlocks {
 public:
  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > left_) {
      const std::size_t size = text.size() > kBlock ? text.size() : kBlock;
      blocks_.push_back(std::unique_ptr<char[]>(new char[size]));
      at_ = blocks_.back().get();
      left_ = size;
    }
    std::memcpy(at_, text.data(), text.size());
    const std::string_view kept(at_, text.size());
    at_ += text.size();
    left_ -= text.size();
    total_ += text.size();
    return kept;
  }
  /// Bytes kept so far.
  [[nodiscard]] std::size_t total() const { return total_; }

 private:
  static constexpr std::size_t kBlock = std::size_t{1} << 20;
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* at_ = nullptr;
  std::size_t left_ = 0;
  std::size_t total_ = 0;
};

/// Numbers strings in the order in which they come. The hash order never shows: `ranks` sorts by bytes.
class Interner {
 public:
  std::uint32_t operator()(std::string_view text) {
    const auto found = numbers_.find(text);
    if (found != numbers_.end()) return found->second;
    const auto number = static_cast<std::uint32_t>(texts_.size());
    texts_.push_back(blocks_.keep(text));
    numbers_.emplace(texts_.back(), number);
    return number;
  }
  [[nodiscard]] std::string_view operator[](std::uint32_t number) const { return texts_[number]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }
  /// Bytes of all texts together.
  [[nodiscard]] std::size_t total() const { return blocks_.total(); }
  /// Numbers in byte order of their texts.
  [[nodiscard]] std::vector<std::uint32_t> order() const;

 private:
  TextBlocks blocks_;
  std::vector<std::string_view> texts_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

/// For each number its place in `order`.
[[nodiscard]] std::vector<std::uint32_t> ranks(const std::vector<std::uint32_t>& order);

}  // namespace samgak::detail
