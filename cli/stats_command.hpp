// `samgak stats`: what is in a graph.
#pragma once

#include <CLI/App.hpp>

namespace samgak {

void add_stats_command(CLI::App& app);

}  // namespace samgak
