// Words of a sentence that name something.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "extractors/entity_ids.hpp"
#include "ontology/entity_type.hpp"
#include "ontology/lexicon.hpp"
#include "text/span.hpp"

namespace samgak {

/// Why words name an entity, made into text only where somebody wants to read it. Views of literals
/// and of what lives as long as the document's analysis.
struct Reason {
  Reason() = default;
  Reason(const char* said, std::string_view of = {}) : words(said), about(of) {}  // NOLINT

  std::string_view words;
  std::string_view about;  ///< a name behind the words
  std::string_view more;   ///< literal behind that

  [[nodiscard]] std::string text() const { return std::string(words).append(about).append(more); }
};

/// One name in one sentence. A compound such as «한미일» names several entities at once.
struct Mention {
  Span span;
  Span extent;  ///< with what belongs to the name: post, state, quotation marks
  bool attributive =
      false;             ///< part of another name, or its state or employer: no argument of its own
  bool general = false;  ///< an event by the name of its kind, which other documents use for others
  EntityType type;
  ParticleRole role = ParticleRole::none;
  EntityId state;      ///< of a body that no gazetteer has
  EntityIds entities;  ///< in the order of the words; an event has none until it is resolved
  Reason reason;       ///< why these words name these entities
  /// Those of the gazetteer that the words may stand for, while context has not decided yet.
  std::span<const EntityId> candidates;
};

}  // namespace samgak
