// Bodies that no gazetteer has, by the state before them.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractors/mention.hpp"
#include "extractors/ministries.hpp"
#include "extractors/particles.hpp"

namespace samgak {

/// Bodies that no gazetteer has: one word that ends like a body («…부», «…청», «…위원회»,
/// «…연구소»), right behind the name of a foreign state, or of a body of one, or fused with the name
/// of any state («일본규격협회»). Ids are minted from the state and the name. One object a document,
/// asked sentence by sentence: the bare name then means the body named so last. Refers to the text
/// and to everything it is made of.
class UnlistedBodies {
 public:
  UnlistedBodies(const Ontology& ontology, const BodyIndex& bodies,
                 const ParticleSplitter& particles, EntityId home, DocumentEntities& entities)
      : ontology_(ontology),
        bodies_(bodies),
        particles_(particles),
        home_(home),
        entities_(entities) {}

  struct NamedBody {
    EntityId id;
    EntityId state;
    EntityType type;
  };
  using NamedBodies = std::unordered_map<std::string_view, NamedBody>;

  /// Adds the bodies of `sentence` to `mentions`, which are linked and in text order.
  void find(std::string_view text, Span sentence, std::vector<Mention>& mentions);

 private:
  const Ontology& ontology_;
  const BodyIndex& bodies_;
  const ParticleSplitter& particles_;
  EntityId home_;  ///< state of the outlet
  DocumentEntities& entities_;
  NamedBodies named_;  ///< by the name without the state
};

}  // namespace samgak
