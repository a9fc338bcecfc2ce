// `samgak push`: loads a graph into a running database.
#pragma once

#include <CLI/App.hpp>

namespace samgak {

void add_push_command(CLI::App& app);

}  // namespace samgak
