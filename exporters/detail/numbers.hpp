// Numbers as text, without locale.
#pragma once

#include <charconv>
#include <cstdint>

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

/// `value` / 10^`digits` with at least one digit behind the point and no zeros at the end: `0.93`, `1.0`.
inline void append_decimal(Sink& sink, std::uint32_t value, int digits) {
  std::uint32_t unit = 1;
  for (int i = 0; i < digits; ++i) unit *= 10;
  append_number(sink, value / unit);
  sink.put('.');
  std::uint32_t rest = value % unit;
  do {
    unit /= 10;
    sink.put(static_cast<char>('0' + rest / unit));
    rest %= unit;
  } while (rest != 0);
}

/// Confidence of a statement: hundredths.
inline void append_confidence(Sink& sink, std::uint32_t hundredths) {
  append_decimal(sink, hundredths, 2);
}

/// Confidence of a piece of evidence: 1/10,000.
inline void append_evidence_confidence(Sink& sink, std::uint32_t steps) {
  append_decimal(sink, steps, 4);
}

}  // namespace samgak::detail
