// Names that are part of another one.
#pragma once

#include <string_view>
#include <vector>

#include "extractors/mention.hpp"

namespace samgak {

/// Marks the mentions of a sentence that are no arguments of their own: inside another name, the
/// state of a body or of somebody («미국 국무부»), the employer of somebody («국무부의 … 차관»), a
/// gloss.
void mark_attributive(std::string_view text, std::vector<Mention>& mentions);

}  // namespace samgak
