#include "extractors/document_entities.hpp"

namespace samgak {

EntityId DocumentEntities::of(std::string_view id) {
  if (id.empty()) return {};
  if (const EntityId known = find(id); !known.empty()) return known;
  const EntityId number(static_cast<std::uint32_t>(ontology_->gazetteer.size() + made_.size()));
  numbers_.emplace(made_.emplace_back(id), number);
  return number;
}

EntityId DocumentEntities::find(std::string_view id) const {
  if (const auto it = numbers_.find(id); it != numbers_.end()) return it->second;
  const GazetteerEntry* row = ontology_->find(id);
  return row == nullptr ? EntityId() : of(*row);
}

std::string_view DocumentEntities::text(EntityId id) const {
  if (id.empty()) return {};
  if (const GazetteerEntry* row = entry(id)) return row->id;
  return made_[id.number() - ontology_->gazetteer.size()];
}

bool DocumentEntities::precedes(EntityId a, EntityId b) const {
  const bool listed = entry(a) != nullptr && entry(b) != nullptr;
  return listed ? a < b : text(a) < text(b);
}

}  // namespace samgak
