// What an entity is called: by the gazetteer, and by the text.
#pragma once

#include <string_view>

#include "extractors/document_entities.hpp"
#include "extractors/mention.hpp"
#include "graph/entity.hpp"
#include "ontology/schema.hpp"

namespace samgak {

/// The entity `id` that `mention` names in `text`, without its places. A foreign body that no
/// gazetteer has is called as the gazetteer calls bodies, with its state.
[[nodiscard]] Entity entity_for(const Mention& mention, EntityId id, std::string_view text,
                                const Schema& schema, const DocumentEntities& entities);

/// Is the mention one by a name of its own, not by a post, a pronoun or a misspelling?
[[nodiscard]] bool names_it(const Mention& mention);

/// Adds an alias where the entity has no such name yet.
void add_name(std::string_view name, Entity& entity);

}  // namespace samgak
