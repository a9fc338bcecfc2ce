// The entities that one document names.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

#include "extractors/entity_id.hpp"
#include "ontology/ontology.hpp"

namespace samgak {

/// Gives numbers to entities: those of the gazetteer have their place there, those whose ids are
/// made from the text come behind them. One object a document; refers to the ontology.
class DocumentEntities {
 public:
  explicit DocumentEntities(const Ontology& ontology) : ontology_(&ontology) {}

  [[nodiscard]] EntityId of(const GazetteerEntry& entry) const {
    return EntityId(ontology_->number_of(entry));
  }
  /// The entity of that id, a new one where there was none; none for an empty id.
  [[nodiscard]] EntityId of(std::string_view id);
  /// The entity of that id; none where there is none yet.
  [[nodiscard]] EntityId find(std::string_view id) const;

  /// The row of the gazetteer, null where there is none.
  [[nodiscard]] const GazetteerEntry* entry(EntityId id) const {
    return id.number() < ontology_->gazetteer.size() ? &ontology_->gazetteer[id.number()] : nullptr;
  }
  /// The row of the first of its parents, null where there is none.
  [[nodiscard]] const GazetteerEntry* parent(EntityId id) const {
    const GazetteerEntry* row = entry(id);
    return row == nullptr ? nullptr : row->parent;
  }
  /// The id, as the graph has it; empty for none. Not to be asked of provisional ones.
  [[nodiscard]] std::string_view text(EntityId id) const;
  /// Does the id of `a` come before that of `b`?
  [[nodiscard]] bool precedes(EntityId a, EntityId b) const;

 private:
  const Ontology* ontology_;
  std::deque<std::string> made_;
  std::unordered_map<std::string_view, EntityId> numbers_;  ///< of `made_`
};

}  // namespace samgak
