#include "cli/fd_sink.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "cli/stop_signal.hpp"
#include "text/diagnostic.hpp"

namespace samgak {

void FdSink::write(std::string_view bytes) {
  while (!bytes.empty()) {
    throw_if_stopped();
    const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      throw WriteError(
          fmt::format("{}: cannot be written: {}", name_, std::generic_category().message(errno)));
    }
  }
}

}  // namespace samgak
