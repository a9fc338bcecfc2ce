// A generator that gives the same numbers on every machine (the distributions of <random> do not).
#pragma once

#include <cstdint>

#include "extractors/tagger/form_table.hpp"

namespace samgak {

class RandomNumbers {
 public:
  explicit RandomNumbers(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    return mix(state_, 0x1234567);
  }
  /// A number below `bound`, which is small against 2^64.
  std::uint64_t below(std::uint64_t bound) { return next() % bound; }
  /// True in `percent` of a hundred cases.
  bool chance(unsigned percent) { return below(100) < percent; }

 private:
  std::uint64_t state_;
};

}  // namespace samgak
