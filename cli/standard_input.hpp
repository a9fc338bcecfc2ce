// Standard input that a stop signal can end.
#pragma once

#include <istream>
#include <streambuf>
#include <vector>

namespace samgak {

/// Reads file descriptor 0. A signal reaches whichever thread the system picks, so it does not wake
/// the one that waits for input: this buffer looks for one ten times a second and then behaves as
/// at the end of the input.
class StandardInputBuffer : public std::streambuf {
 public:
  StandardInputBuffer();

 protected:
  int_type underflow() override;

 private:
  std::vector<char> bytes_;
};

/// For one thread at a time.
[[nodiscard]] std::istream& standard_input();

}  // namespace samgak
