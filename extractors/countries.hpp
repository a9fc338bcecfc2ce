// Compounds of one-syllable states: 한미일, 한·미·일, 韓美, 한-미.
#pragma once

#include <string_view>
#include <vector>

#include "extractors/document_entities.hpp"
#include "extractors/mention.hpp"
#include "extractors/particles.hpp"

namespace samgak {

/// Compounds in `sentence`: two to five syllables that all stand for states, with or without dots
/// or hyphens between them, at the beginning of a word and followed by the end of the word or by a
/// particle. No syllable alone is a state.
/// `known_names`: the names of the gazetteer in the sentence, in text order; none of them is cut.
[[nodiscard]] std::vector<Mention> find_country_compounds(std::string_view text, Span sentence,
                                                          const std::vector<Mention>& known_names,
                                                          const Lexicon& lexicon,
                                                          const ParticleSplitter& particles,
                                                          DocumentEntities& entities);

/// «싱가포르에서 열린 …»: a state that is a city as well (cue `city_state`) is the place there, and
/// not the side that it would be with «에서는». `mentions` are the names of the gazetteer.
void read_city_states(std::string_view text, const Lexicon& lexicon, DocumentEntities& entities,
                      std::vector<Mention>& mentions);

}  // namespace samgak
