// What a page says twice.
#pragma once

#include <string_view>
#include <vector>

#include "text/document.hpp"

namespace samgak {

/// Turns every section that repeats an earlier one into a duplicate: letter by letter, or but for
/// typos where its neighbours repeat in the same order or it is long. Noise is left alone; so are
/// short sections and table rows that happen to be equal. n log n.
void mark_duplicates(std::string_view text, std::vector<Section>& sections);

}  // namespace samgak
