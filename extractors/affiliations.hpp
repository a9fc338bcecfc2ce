// Which state somebody or some body belongs to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/people.hpp"
#include "ontology/ontology.hpp"

namespace samgak {

/// Looks states up by id. One object a document; refers to the ontology and to the people that the
/// text has named so far.
class Affiliations {
 public:
  Affiliations(const Ontology& ontology, const PeopleFinder& people)
      : ontology_(ontology), people_(people) {}

  /// Id of the state: of itself for a state, of a body by the gazetteer or by its minted id, of a
  /// person by the employer; empty when nothing tells it.
  [[nodiscard]] std::string state_of(std::string_view id) const;

 private:
  const Ontology& ontology_;
  const PeopleFinder& people_;
};

}  // namespace samgak
