// Numbers into a model file's bytes: little-endian.
#pragma once

#include <concepts>
#include <string>

namespace samgak {

template <std::unsigned_integral Number>
void append_number(std::string& out, Number value) {
  for (std::size_t byte = 0; byte < sizeof value; ++byte) {
    out.push_back(static_cast<char>(static_cast<unsigned char>(value >> (8 * byte) & 0xFF)));
  }
}

}  // namespace samgak
