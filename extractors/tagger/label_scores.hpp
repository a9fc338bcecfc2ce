// Sixteen small scores side by side, one for each label and three spare, added and compared all at
// once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace samgak {

/// A score for each label of one character. Two vectors of the compiler's own kind (GCC, Clang),
/// because a plain loop over sixteen numbers was compiled to three times as many instructions.
class LabelScores {
 public:
  static constexpr std::size_t kLanes = 16;

  LabelScores() = default;
  explicit LabelScores(const std::int16_t* from) { std::memcpy(this, from, sizeof *this); }
  [[nodiscard]] static LabelScores all(std::int16_t value) {
    LabelScores s;
    s.low_ = Half{} + value;
    s.high_ = s.low_;
    return s;
  }

  [[nodiscard]] std::int16_t operator[](std::size_t label) const {
    return label < 8 ? low_[label] : high_[label - 8];
  }
  LabelScores& operator+=(const LabelScores& other) {
    low_ += other.low_;
    high_ += other.high_;
    return *this;
  }
  /// Adds sixteen signed bytes that lie anywhere.
  void add_bytes(const char* bytes) {
    Bytes low;
    Bytes high;
    std::memcpy(&low, bytes, sizeof low);
    std::memcpy(&high, bytes + sizeof low, sizeof high);
    low_ += __builtin_convertvector(low, Half);
    high_ += __builtin_convertvector(high, Half);
  }
  friend LabelScores operator+(LabelScores a, const LabelScores& b) { return a += b; }
  friend LabelScores larger(LabelScores a, const LabelScores& b) {
    a.low_ = a.low_ > b.low_ ? a.low_ : b.low_;
    a.high_ = a.high_ > b.high_ ? a.high_ : b.high_;
    return a;
  }

 private:
  using Half = std::int16_t __attribute__((vector_size(16)));
  using Bytes = std::int8_t __attribute__((vector_size(8)));

  Half low_{};
  Half high_{};
};

}  // namespace samgak
