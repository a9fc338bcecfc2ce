#include "extractors/entity_names.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace samgak {
namespace {

/// «UAE우주청», «Technical University of Denmark»
bool says_state(std::string_view name, const GazetteerEntry& state) {
  const bool latin = is_latin(decode(name, 0).value);
  return name.starts_with(state.ko) ||
         std::any_of(state.aliases.begin(), state.aliases.end(), [&](const std::string& alias) {
           return count_code_points(alias) > 1 &&
                  (name.starts_with(alias) ||
                   (latin && name.find(alias) != std::string_view::npos));
         });
}

}  // namespace

Entity entity_for(const Mention& mention, EntityId id, std::string_view text, const Schema& schema,
                  const DocumentEntities& entities) {
  Entity entity;
  entity.id = entities.text(id);
  entity.type = schema.name_of(mention.type);
  entity.name = slice(text, mention.span);
  if (const GazetteerEntry* entry = entities.entry(id)) {
    entity.type = entry->type;
    entity.name = entry->ko;
    entity.name_en = entry->en;
    entity.name_ja = entry->ja;
    entity.wikidata = entry->wikidata;
    entity.aliases = entry->aliases;
  } else if (const GazetteerEntry* state = entities.entry(mention.state);
             state != nullptr && entity.id.starts_with("body/") &&
             !says_state(entity.name, *state)) {
    // As the gazetteer calls bodies: many states have a 관세청.
    entity.aliases = {entity.name};
    entity.name = state->ko + " " + entity.name;
  }
  return entity;
}

bool names_it(const Mention& mention) {
  const std::string_view why = mention.reason.words;
  return why == "gazetteer" || why.starts_with("bare name") || why.starts_with("by the name");
}

void add_name(std::string_view name, Entity& entity) {
  if (name != entity.name && name != entity.name_en && name != entity.name_ja &&
      std::find(entity.aliases.begin(), entity.aliases.end(), name) == entity.aliases.end())
    entity.aliases.emplace_back(name);
}

}  // namespace samgak
