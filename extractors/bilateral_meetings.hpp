// Talks of two sides that a text tells of without a name: «… 장관은 … 장관과 회담을 갖고 …».
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/affiliations.hpp"
#include "extractors/form_index.hpp"
#include "extractors/mention.hpp"
#include "extractors/particles.hpp"

namespace samgak {

/// A meeting without a name of its own.
struct UnnamedMeeting {
  Mention mention;   ///< of the bare word («회담»)
  std::string name;  ///< made of the two states, the rank that both share, and the word
};

/// Finds a bare word for talks that somebody holds with somebody of another state, both named in
/// the clause before it. `mentions` are those of the sentence, linked, in text order.
[[nodiscard]] std::vector<UnnamedMeeting> find_unnamed_meetings(
    std::string_view text, Span sentence, FoundForms talks, const std::vector<Mention>& mentions,
    const Ontology& ontology, const Affiliations& affiliations, const DocumentEntities& entities,
    const ParticleSplitter& particles);

}  // namespace samgak
