// Entities of different documents that are one and the same.
#pragma once

#include <vector>

#include "graph/statement.hpp"

namespace samgak {

/// Gives one id to entities of several extractions that are the same, and notes the reason at each
/// of their mentions.
///
/// Entities of the gazetteer and of equal minted ids are one already. This joins a meeting without
/// a date to the one dated meeting of the same states, kind and ordinal; never the first with the
/// second, never two different dates. Documents are looked at by name, so their order in
/// `extractions` does not matter. n log n.
void link_across_documents(std::vector<Extraction>& extractions);

}  // namespace samgak
