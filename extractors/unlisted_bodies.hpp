// Bodies that no gazetteer has, by the state before them.
#pragma once

#include <string_view>
#include <vector>

#include "extractors/mention.hpp"
#include "extractors/ministries.hpp"
#include "extractors/particles.hpp"

namespace samgak {

/// Bodies that no gazetteer has: one word that ends like a body («…부», «…청», «…위원회»,
/// «…연구소»), right behind the name of a foreign state, or of a body of one, or fused with the
/// name of any state («일본규격협회»). Adds them to `mentions` (text order). Ids are minted from
/// the state and the name.
void find_unlisted_bodies(std::string_view text, Span sentence, const Ontology& ontology,
                          const BodyIndex& bodies, const ParticleSplitter& particles, EntityId home,
                          DocumentEntities& entities, std::vector<Mention>& mentions);

}  // namespace samgak
