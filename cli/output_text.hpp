// A text that a command hands over whole.
#pragma once

#include <string>
#include <string_view>

namespace samgak {

/// Writes `text` to the file `target`, which appears whole or not at all; `-` is standard output.
/// Throws `WriteError`.
void write_text(std::string_view text, const std::string& target);

}  // namespace samgak
