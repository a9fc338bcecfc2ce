// Bodies of English text that no gazetteer has: «Denmark's Ministry for Business», «Niels Bohr
// Institute», «Technical University of Denmark».
#pragma once

#include <string_view>
#include <vector>

#include "extractors/ministries.hpp"

namespace samgak {

/// Adds the bodies and institutes of an English sentence whose names are capitals around a noun
/// such as «Ministry», «Agency» or «University», with the state that stands before, behind or in
/// the name. A body of a government without a state is left out. `mentions` are those of the
/// gazetteer, in text order; they are in text order afterwards.
void find_english_bodies(std::string_view text, Span sentence, const Ontology& ontology,
                         const BodyIndex& bodies, DocumentEntities& entities,
                         std::vector<Mention>& mentions);

}  // namespace samgak
