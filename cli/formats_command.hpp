// `samgak formats`: what a graph can be written as.
#pragma once

#include <CLI/App.hpp>
#include <string_view>

#include "exporters/exporter.hpp"

namespace samgak {

void add_formats_command(CLI::App& app);

/// The exporter of that name. Throws `UsageError` that lists what there is.
[[nodiscard]] const Exporter& exporter_for(std::string_view name);

}  // namespace samgak
