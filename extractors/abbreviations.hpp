// Short names that a text defines itself: «과학기술정보통신부(이하 과기정통부)»,
// «표준과학연구원(KRISS)», and the bare noun that ends a name: «한국광해광업공단 … 공단은».
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/document_entities.hpp"
#include "extractors/mention.hpp"
#include "extractors/particles.hpp"
#include "ontology/ontology.hpp"

namespace samgak {

/// Follows one text sentence by sentence. Refers to the ontology and the particles.
class Abbreviations {
 public:
  /// `states` are those that the text names.
  Abbreviations(const Ontology& ontology, const ParticleSplitter& particles,
                const std::vector<EntityId>& states, const DocumentEntities& entities)
      : ontology_(ontology), particles_(particles), states_(states), entities_(entities) {}

  /// Adds the short names that stand in `sentence` to `mentions` (text order). A word that is part
  /// of another name, or stands in a longer word, is none.
  void find(std::string_view text, Span sentence, std::vector<Mention>& mentions) const;

  /// Takes note of what the names of a sentence define. `mentions` are linked.
  void learn(std::string_view text, Span sentence, const std::vector<Mention>& mentions);

 private:
  struct Meaning {
    EntityType type;
    EntityId entity;
    EntityId state;
    std::string_view full;  ///< the name it is short for, in the text
    bool needs_particle = false;
  };

  void add(std::string_view form, const Mention& mention, std::string_view full,
           bool needs_particle);

  [[nodiscard]] bool is_headed(std::string_view text, std::uint32_t end) const;
  [[nodiscard]] bool is_foreign(const Mention& mention) const;

  const Ontology& ontology_;
  const ParticleSplitter& particles_;
  const std::vector<EntityId>& states_;
  const DocumentEntities& entities_;
  std::map<std::string, Meaning, std::less<>> meanings_;
  PhraseSet forms_;  ///< the keys of `meanings_`
};

}  // namespace samgak
