// Companies and institutes that no gazetteer has: «바이오기업 누리백신», «㈜한빛정밀».
#pragma once

#include <string_view>
#include <vector>

#include "extractors/document_entities.hpp"
#include "extractors/form_index.hpp"
#include "extractors/mention.hpp"
#include "extractors/particles.hpp"
#include "ontology/ontology.hpp"

namespace samgak {

/// Adds to `mentions` (one sentence, linked, text order) what stands behind a word for a kind of
/// company, if something else shows that it is a name: Latin letters, a gloss, an ending that
/// companies have, or that the text says it again; and what bears the mark of a company (㈜). The
/// state is that which the words before name, `home` for «국내 …». Ids are minted from the name.
void find_unlisted_companies(std::string_view text, Span sentence, FoundForms kinds,
                             const Ontology& ontology, const ParticleSplitter& particles,
                             EntityId home, DocumentEntities& entities,
                             std::vector<Mention>& mentions);

}  // namespace samgak
