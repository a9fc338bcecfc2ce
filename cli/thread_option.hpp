// On how many threads a command works.
#pragma once

#include <CLI/App.hpp>

namespace samgak {

/// Adds `--threads`; without it `threads` is the number of processors.
void add_thread_option(CLI::App& command, unsigned& threads);

}  // namespace samgak
