// What follows from the statements of one document taken together.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "graph/statement.hpp"

namespace samgak {

/// Adds to `extraction`:
///  - people of two or more states who agreed on a paper commit their states;
///  - what an agreement concerns was discussed at the meeting that adopted it.
/// `state_of` gives the state of a person's employer or of a body. Each new statement carries the evidence of its
/// premises and a rule id that begins with `closure.`.
void close_over(Extraction& extraction, const std::map<std::string, std::string>& state_of);

}  // namespace samgak
