// How records lie in the arena of a graph: numbers as LEB128, texts with their length before them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace samgak::detail {

inline void put_number(std::string& out, std::uint32_t value) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  out.push_back(static_cast<char>(value));
}

/// For what may lie further off than 4 GiB.
inline void put_long_number(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  out.push_back(static_cast<char>(value));
}

inline void put_text(std::string& out, std::string_view text) {
  put_number(out, static_cast<std::uint32_t>(text.size()));
  out.append(text);
}

inline std::uint32_t get_number(const char*& at) {
  auto byte = static_cast<std::uint8_t>(*at++);
  std::uint32_t value = byte & 0x7Fu;
  for (int shift = 7; byte >= 0x80; shift += 7) {
    byte = static_cast<std::uint8_t>(*at++);
    value |= static_cast<std::uint32_t>(byte & 0x7Fu) << shift;
  }
  return value;
}

inline std::uint64_t get_long_number(const char*& at) {
  auto byte = static_cast<std::uint8_t>(*at++);
  std::uint64_t value = byte & 0x7Fu;
  for (int shift = 7; byte >= 0x80; shift += 7) {
    byte = static_cast<std::uint8_t>(*at++);
    value |= std::uint64_t{byte & 0x7Fu} << shift;
  }
  return value;
}

inline std::string_view get_text(const char*& at) {
  const std::uint32_t size = get_number(at);
  const std::string_view text(at, size);
  at += size;
  return text;
}

/// Confidence in 1/10,000 and status of a piece of evidence. Whole hundredths, nearly all there
/// are, take two bytes.
inline std::uint32_t pack_grade(std::uint32_t confidence, std::uint32_t status) {
  const bool whole = confidence % 100 == 0;
  return ((whole ? confidence / 100 : confidence) * 4 + status) * 2 + (whole ? 0 : 1);
}
inline std::uint32_t grade_confidence(std::uint32_t grade) {
  return (grade >> 3) * ((grade & 1u) == 0 ? 100 : 1);
}
inline std::uint32_t grade_status(std::uint32_t grade) {
  return grade >> 1 & 3u;
}

/// A text of evidence: its size times two, then its bytes; or its size times two plus one, and how
/// far before this number the bytes lie that an edge before this one was the first to use.
inline std::string_view get_shared_text(const char*& at) {
  const std::uint64_t head = get_long_number(at);
  const std::uint64_t size = head >> 1;
  if ((head & 1u) == 0) {
    const std::string_view text(at, size);
    at += size;
    return text;
  }
  const char* const here = at;
  const std::uint64_t distance = get_long_number(at);
  return {here - distance, size};
}

/// The strings that repeat (documents, rules, keys, dates), each once, in byte order; 0 is the
/// empty string.
class Symbols {
 public:
  [[nodiscard]] std::string_view operator[](std::uint32_t symbol) const {
    const std::uint32_t begin = offsets_[symbol];
    return {text_.data() + begin, offsets_[symbol + 1] - begin};
  }
  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(offsets_.size() - 1);
  }
  void reserve(std::uint32_t count, std::size_t bytes) {
    offsets_.reserve(std::size_t{count} + 1);
    text_.reserve(bytes);
  }
  void push_back(std::string_view text) {
    text_.append(text);
    offsets_.push_back(static_cast<std::uint32_t>(text_.size()));
  }
  /// Number of a text that was had from here.
  [[nodiscard]] std::uint32_t number_of(std::string_view own) const {
    if (own.empty()) return 0;
    const auto begin = static_cast<std::uint32_t>(own.data() - text_.data());
    const auto after = std::upper_bound(offsets_.begin(), offsets_.end(), begin);
    return static_cast<std::uint32_t>(after - offsets_.begin()) - 1;
  }

 private:
  std::string text_;
  std::vector<std::uint32_t> offsets_ = {0};
};

}  // namespace samgak::detail
