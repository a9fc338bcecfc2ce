// `samgak render`: a picture of a graph, by Graphviz.
#pragma once

#include <CLI/App.hpp>

namespace samgak {

void add_render_command(CLI::App& app);

}  // namespace samgak
