// Which state somebody or some body belongs to.
#pragma once

#include "extractors/document_entities.hpp"
#include "extractors/people.hpp"

namespace samgak {

/// Looks states up. One object a document; refers to the people that the text has named so far.
class Affiliations {
 public:
  Affiliations(const DocumentEntities& entities, const PeopleFinder& people)
      : entities_(entities), people_(people) {}

  /// The state: of itself for a state, of a body by the gazetteer or by its minted id, of a
  /// person by the employer; none when nothing tells it.
  [[nodiscard]] EntityId state_of(EntityId id) const;

 private:
  const DocumentEntities& entities_;
  const PeopleFinder& people_;
};

}  // namespace samgak
