// A difference for the terminal.
#pragma once

#include <cstddef>
#include <string>

#include "comparison/difference.hpp"

namespace samgak {

/// A line for each change, then the counts and the advice on the version. `most` limits the lines
/// of each kind of change; zero shows all.
[[nodiscard]] std::string difference_text(const Difference& difference, std::size_t most);

}  // namespace samgak
