#include "cli/password.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "cli/exit_code.hpp"
#include "cli/stop_signal.hpp"

namespace samgak {

namespace {

/// The terminal, silent while this lives. Standard input may be a graph, so it is not asked.
class SilentTerminal {
 public:
  SilentTerminal() : fd_(open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)) {
    if (fd_ < 0 || tcgetattr(fd_, &before_) != 0) return;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    silent_ = tcsetattr(fd_, TCSAFLUSH, &silent) == 0;
  }
  ~SilentTerminal() {
    if (silent_) tcsetattr(fd_, TCSAFLUSH, &before_);
    if (fd_ >= 0) close(fd_);
  }
  SilentTerminal(const SilentTerminal&) = delete;
  SilentTerminal& operator=(const SilentTerminal&) = delete;

  [[nodiscard]] bool ready() const { return silent_; }
  void say(std::string_view text) const {
    static_cast<void>(!write(fd_, text.data(), text.size()));
  }
  [[nodiscard]] std::string line() const {
    std::string out;
    for (char c = 0;;) {
      const ssize_t n = read(fd_, &c, 1);
      throw_if_stopped();
      if (n < 0 && errno == EINTR) continue;
      if (n <= 0 || c == '\n') return out;
      out += c;
    }
  }

 private:
  int fd_;
  termios before_{};
  bool silent_ = false;
};

}  // namespace

std::string read_password(const char* variable, const std::string& prompt) {
  if (const char* set = std::getenv(variable)) return set;
  const SilentTerminal terminal;
  if (!terminal.ready()) {
    throw UsageError(fmt::format("there is no terminal to ask for the password: set {}", variable));
  }
  terminal.say(prompt);
  std::string typed = terminal.line();
  terminal.say("\n");
  return typed;
}

}  // namespace samgak
