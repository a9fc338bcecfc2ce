// Sentences into clauses.
#pragma once

#include <string_view>
#include <vector>

#include "ontology/lexicon.hpp"
#include "text/span.hpp"

namespace samgak {

/// Clauses of `sentence`, in order: cut behind words with a connective ending (-하고, -했으며,
/// -하여 …; before a comma any verb in -고 or -며), in English at «, but», «, which» and the like.
[[nodiscard]] std::vector<Span> split_clauses(std::string_view text, Span sentence, bool english,
                                              const Lexicon& lexicon);

}  // namespace samgak
