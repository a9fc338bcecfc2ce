#include "cli/standard_input.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>

#include "cli/stop_signal.hpp"

namespace samgak {
namespace {

constexpr std::size_t kBufferBytes = 1 << 16;
constexpr int kWaitMilliseconds = 100;

}  // namespace

StandardInputBuffer::StandardInputBuffer() : bytes_(kBufferBytes) {}

StandardInputBuffer::int_type StandardInputBuffer::underflow() {
  while (!stop_requested()) {
    pollfd waiting{STDIN_FILENO, POLLIN, 0};
    const int ready = ::poll(&waiting, 1, kWaitMilliseconds);
    if (ready == 0 || (ready < 0 && errno == EINTR)) continue;
    const ssize_t count = ::read(STDIN_FILENO, bytes_.data(), bytes_.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    setg(bytes_.data(), bytes_.data(), bytes_.data() + count);
    return traits_type::to_int_type(bytes_.front());
  }
  return traits_type::eof();
}

std::istream& standard_input() {
  static StandardInputBuffer buffer;
  static std::istream stream(&buffer);
  return stream;
}

}  // namespace samgak
