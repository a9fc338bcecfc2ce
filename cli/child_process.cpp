#include "cli/child_process.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <system_error>
#include <utility>

#include "cli/exit_code.hpp"
#include "cli/stop_signal.hpp"

namespace samgak {

namespace {

/// A picture needs far less; a layout that went wrong must not take the machine with it.
constexpr rlim_t kMemory = rlim_t{4} << 30;
constexpr std::size_t kErrorBytes = 4000;

[[noreturn]] void fail(const std::string& what) {
  throw HelperError(fmt::format("{}: {}", what, std::generic_category().message(errno)));
}

/// A descriptor that is closed with its owner.
class Fd {
 public:
  Fd() = default;
  explicit Fd(int fd) : fd_(fd) {}
  ~Fd() { close(); }
  Fd(Fd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Fd& operator=(Fd&& other) noexcept {
    close();
    fd_ = std::exchange(other.fd_, -1);
    return *this;
  }
  [[nodiscard]] int get() const { return fd_; }
  [[nodiscard]] bool open() const { return fd_ >= 0; }
  void close() {
    if (fd_ >= 0) ::close(fd_);
    fd_ = -1;
  }

 private:
  int fd_ = -1;
};

struct Pipe {
  Fd read;
  Fd write;
  Pipe() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) fail("pipe");
    read = Fd(ends[0]);
    write = Fd(ends[1]);
  }
};

/// In the child, between fork and exec: only what is safe there. Tells `status` why exec failed.
[[noreturn]] void become(char* const* words, const Pipe& in, const Pipe& out, const Pipe& err,
                         int status) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  std::signal(SIGPIPE, SIG_DFL);
  const rlimit memory{kMemory, kMemory};
  setrlimit(RLIMIT_AS, &memory);
  const rlimit core{0, 0};
  setrlimit(RLIMIT_CORE, &core);
  dup2(in.read.get(), STDIN_FILENO);
  dup2(out.write.get(), STDOUT_FILENO);
  dup2(err.write.get(), STDERR_FILENO);
  execvp(words[0], words);
  const int why = errno;
  static_cast<void>(!::write(status, &why, sizeof why));
  _exit(127);
}

/// A child that ends early must show as its own error, not end this program.
class IgnoredSigpipe {
 public:
  IgnoredSigpipe() {
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &ignore, &before_);
  }
  ~IgnoredSigpipe() { sigaction(SIGPIPE, &before_, nullptr); }
  IgnoredSigpipe(const IgnoredSigpipe&) = delete;
  IgnoredSigpipe& operator=(const IgnoredSigpipe&) = delete;

 private:
  struct sigaction before_ {};
};

/// The child and its group: killed, and waited for, unless it was seen to end.
class Child {
 public:
  explicit Child(pid_t pid) : pid_(pid) {}
  ~Child() {
    if (pid_ > 0) end();
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  int end() {
    kill(-pid_, SIGKILL);
    kill(pid_, SIGKILL);
    return wait();
  }
  int wait() {
    int status = 0;
    while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return status;
  }

 private:
  pid_t pid_;
};

/// Feeds `input` and collects both streams until they are closed. False when the time is over.
class Talk {
 public:
  Talk(Fd in, Fd out, Fd err, std::string_view input, ChildResult& result)
      : in_(std::move(in)),
        out_(std::move(out)),
        err_(std::move(err)),
        input_(input),
        result_(result) {
    if (input_.empty()) in_.close();
    for (const Fd* fd : {&in_, &out_, &err_}) {
      if (fd->open()) fcntl(fd->get(), F_SETFL, fcntl(fd->get(), F_GETFL) | O_NONBLOCK);
    }
  }

  bool run(std::chrono::steady_clock::time_point until) {
    while (out_.open() || err_.open()) {
      throw_if_stopped();
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
          until - std::chrono::steady_clock::now());
      if (left.count() <= 0) return false;
      std::array<pollfd, 3> fds = {
          {{in_.get(), POLLOUT, 0}, {out_.get(), POLLIN, 0}, {err_.get(), POLLIN, 0}}};
      // Short waits, so that a signal that came just before the call is seen.
      const int wait = static_cast<int>(std::min<std::int64_t>(left.count(), 200));
      if (poll(fds.data(), fds.size(), wait) < 0 && errno != EINTR) fail("poll");
      if (fds[0].revents != 0) feed();
      if (fds[1].revents != 0) collect(out_, result_.output, std::string::npos);
      if (fds[2].revents != 0) collect(err_, result_.errors, kErrorBytes);
    }
    return true;
  }

 private:
  void feed() {
    const ssize_t n = ::write(in_.get(), input_.data(), input_.size());
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) return;
    // A program that reads no more says why in another way.
    if (n < 0) return in_.close();
    input_.remove_prefix(static_cast<std::size_t>(n));
    if (input_.empty()) in_.close();
  }
  static void collect(Fd& from, std::string& into, std::size_t most) {
    std::array<char, 65536> buffer;
    const ssize_t n = ::read(from.get(), buffer.data(), buffer.size());
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (n <= 0) return from.close();
    const std::size_t room = most == std::string::npos ? most : most - std::min(most, into.size());
    into.append(buffer.data(), std::min(static_cast<std::size_t>(n), room));
  }

  Fd in_;
  Fd out_;
  Fd err_;
  std::string_view input_;
  ChildResult& result_;
};

}  // namespace

ChildResult run_child(const std::vector<std::string>& words, std::string_view input,
                      std::chrono::seconds limit) {
  std::vector<char*> argv;
  for (const std::string& word : words) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  Pipe in;
  Pipe out;
  Pipe err;
  Pipe status;
  const IgnoredSigpipe ignored;
  const auto until = std::chrono::steady_clock::now() + limit;
  const pid_t pid = fork();
  if (pid < 0) fail("fork");
  if (pid == 0) become(argv.data(), in, out, err, status.write.get());
  Child child(pid);
  in.read.close();
  out.write.close();
  err.write.close();
  status.write.close();
  int why = 0;
  if (::read(status.read.get(), &why, sizeof why) == sizeof why) {
    errno = why;
    fail(words[0]);
  }
  ChildResult result;
  const bool in_time =
      Talk(std::move(in.write), std::move(out.read), std::move(err.read), input, result).run(until);
  const int code = in_time ? child.wait() : child.end();
  if (!in_time) {
    result.end = ChildResult::End::timed_out;
  } else if (WIFSIGNALED(code)) {
    result.end = ChildResult::End::killed_by_signal;
    result.code = WTERMSIG(code);
  } else {
    result.code = WEXITSTATUS(code);
  }
  return result;
}

}  // namespace samgak
