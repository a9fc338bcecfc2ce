// All formats that Samgak writes.
#pragma once

#include <span>
#include <string_view>

#include "exporters/exporter.hpp"

namespace samgak {

/// The exporters in the order in which `samgak formats` lists them. They live as long as the
/// program.
[[nodiscard]] std::span<const Exporter* const> exporters();

/// The exporter whose card has this name or alias (ASCII case does not count), or null.
[[nodiscard]] const Exporter* find_exporter(std::string_view name);

}  // namespace samgak
