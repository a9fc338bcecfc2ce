// Numbers as text, without locale.
#pragma once

#include <charconv>
#include <cstdint>
#include <cstring>

#include "exporters/sink.hpp"

namespace samgak::detail {

inline void append_number(Sink& sink, std::uint64_t value) {
  char* out = sink.claim(20);
  sink.commit(std::to_chars(out, out + 20, value).ptr);
}

/// The shortest decimal text that reads back as the same double.
inline void append_double(Sink& sink, double value) {
  char* out = sink.claim(32);
  sink.commit(std::to_chars(out, out + 32, value).ptr);
}

/// `steps` / 10,000 with at least one digit behind the point and no zeros at the end: `0.93`,
/// `1.0`. For a piece of evidence; at most 10,000.
inline void append_evidence_confidence(Sink& sink, std::uint32_t steps) {
  char* const out = sink.claim(8);
  out[0] = static_cast<char>('0' + steps / 10000);
  out[1] = '.';
  out[2] = static_cast<char>('0' + steps / 1000 % 10);
  out[3] = static_cast<char>('0' + steps / 100 % 10);
  out[4] = static_cast<char>('0' + steps / 10 % 10);
  out[5] = static_cast<char>('0' + steps % 10);
  int length = 6;
  while (length > 3 && out[length - 1] == '0') --length;
  sink.commit(out + length);
}

/// The same for a statement, whose confidence comes in hundredths below 100.
inline void append_confidence(Sink& sink, std::uint32_t hundredths) {
  char* const out = sink.claim(4);
  const char text[4] = {'0', '.', static_cast<char>('0' + hundredths / 10),
                        static_cast<char>('0' + hundredths % 10)};
  std::memcpy(out, text, 4);
  sink.commit(out + (text[3] == '0' ? 3 : 4));
}

}  // namespace samgak::detail
