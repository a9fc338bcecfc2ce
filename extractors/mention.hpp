// Words of a sentence that name something.
#pragma once

#include <string>
#include <vector>

#include "ontology/lexicon.hpp"
#include "text/span.hpp"

namespace samgak {

/// One name in one sentence. A compound such as «한미일» names several entities at once.
struct Mention {
  Span span;
  Span extent;  ///< with what belongs to the name: post, state, quotation marks
  bool attributive =
      false;         ///< part of another name, or its state or employer: no argument of its own
  std::string type;  ///< class of the ontology
  std::vector<std::string> entities;  ///< ids, in the order of the words
  ParticleRole role = ParticleRole::none;
  std::string state;   ///< of a body that no gazetteer has: id of its state
  std::string reason;  ///< why these words name these entities
  /// Gazetteer ids that the words may stand for, while context has not decided yet.
  std::vector<std::string> candidates;
};

}  // namespace samgak
