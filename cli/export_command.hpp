// `samgak export`: a graph that was built before, in another format.
#pragma once

#include <CLI/App.hpp>

namespace samgak {

void add_export_command(CLI::App& app);

}  // namespace samgak
