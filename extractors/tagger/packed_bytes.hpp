// Numbers out of a model file's bytes: little-endian, at any address.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace samgak::detail {

[[nodiscard]] inline std::uint16_t load16(const char* p) {
  const auto* b = reinterpret_cast<const unsigned char*>(p);
  return static_cast<std::uint16_t>(b[0] | b[1] << 8);
}

[[nodiscard]] inline std::uint32_t load32(const char* p) {
  const auto* b = reinterpret_cast<const unsigned char*>(p);
  return static_cast<std::uint32_t>(b[0]) | static_cast<std::uint32_t>(b[1]) << 8 |
         static_cast<std::uint32_t>(b[2]) << 16 | static_cast<std::uint32_t>(b[3]) << 24;
}

[[nodiscard]] inline std::uint64_t load64(const char* p) {
  return load32(p) | static_cast<std::uint64_t>(load32(p + 4)) << 32;
}

/// How many bits are set; without the instruction for it (the oldest x86-64 has none) a call would
/// be made.
[[nodiscard]] constexpr std::uint32_t count_bits(std::uint32_t x) {
  x -= x >> 1 & 0x55555555U;
  x = (x & 0x33333333U) + (x >> 2 & 0x33333333U);
  x = (x + (x >> 4)) & 0x0F0F0F0FU;
  return x * 0x01010101U >> 24;
}

}  // namespace samgak::detail
