#include "cli/thread_option.hpp"

#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include <algorithm>
#include <thread>

namespace samgak {

namespace {

constexpr unsigned kMostThreads = 256;

}  // namespace

void add_thread_option(CLI::App& command, unsigned& threads) {
  threads = std::max(1u, std::min(kMostThreads, std::thread::hardware_concurrency()));
  command.add_option("-j,--threads", threads, "Threads; the result is the same for any number")
      ->type_name("N")
      ->check(CLI::Range(1u, kMostThreads))
      ->capture_default_str();
}

}  // namespace samgak
