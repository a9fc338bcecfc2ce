// What differs between two versions of an ontology.
#pragma once

#include <string>
#include <vector>

#include "comparison/change.hpp"
#include "comparison/data_use.hpp"
#include "ontology/gazetteer_entry.hpp"
#include "ontology/vocabulary.hpp"

namespace samgak {

/// Every term and axiom, property by property; sorted as `sort_changes` does. Blank nodes are
/// compared by what is said about them. `use` tells what each change touches.
[[nodiscard]] std::vector<Change> compare_vocabularies(const Vocabulary& before,
                                                       const Vocabulary& after, const DataUse& use);

/// Rows of the gazetteer; both lists sorted by id.
[[nodiscard]] std::vector<Change> compare_gazetteers(const std::vector<GazetteerEntry>& before,
                                                     const std::vector<GazetteerEntry>& after,
                                                     const DataUse& use);

/// `owl:versionInfo` of the ontology by which most terms say they are defined (of the first by IRI
/// where none does); empty without one.
[[nodiscard]] std::string declared_version(const Vocabulary& vocabulary);

}  // namespace samgak
