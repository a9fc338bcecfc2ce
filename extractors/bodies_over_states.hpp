// Bodies that act under a meeting's roof, and the states that the context alone would name.
#pragma once

#include <cstddef>
#include <vector>

#include "graph/statement.hpp"

namespace samgak {

/// «양 기관은 업무협약을 체결했다»: what two bodies do is theirs and not that of the states whose
/// meeting it was. Takes out those of `extraction.statements` at `of_participants` (rising places)
/// whose subject no sentence names where two bodies are said to do the same, or made the paper that
/// it comes from.
void prefer_bodies(Extraction& extraction, const std::vector<std::size_t>& of_participants);

}  // namespace samgak
