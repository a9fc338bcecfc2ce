#include "cli/stop_signal.hpp"

#include <atomic>
#include <csignal>
#include <cstdlib>

namespace samgak {

namespace {

std::atomic<int> stop_signal{0};
static_assert(std::atomic<int>::is_always_lock_free,
              "a signal handler may only touch lock-free atomics");

extern "C" void note_signal(int signal) {
  stop_signal.store(signal, std::memory_order_relaxed);
}

}  // namespace

void catch_stop_signals() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    sigaction(signal, nullptr, &before);
    if (before.sa_handler == SIG_IGN) continue;
    struct sigaction action {};
    action.sa_handler = note_signal;
    sigemptyset(&action.sa_mask);
    // Without SA_RESTART a read that waits for standard input comes back at once.
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigaction(signal, &action, nullptr);
  }
}

bool stop_requested() {
  return stop_signal.load(std::memory_order_relaxed) != 0;
}

void throw_if_stopped() {
  if (stop_requested()) throw Stopped();
}

void end_by_signal() {
  const int signal = stop_signal.load(std::memory_order_relaxed);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
  std::_Exit(128 + signal);
}

}  // namespace samgak
