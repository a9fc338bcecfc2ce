// Which state a ministry's bare name belongs to.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractors/document_entities.hpp"
#include "extractors/mention.hpp"
#include "extractors/particles.hpp"
#include "ontology/ontology.hpp"
#include "ontology/phrase_matcher.hpp"

namespace samgak {

/// Bodies of states by their bare names. Built once, then constant; refers to the ontology.
class BodyIndex {
 public:
  explicit BodyIndex(const Ontology& ontology);

  /// The body of `state` that `name` (a gazetteer id or a bare name) means, or null.
  [[nodiscard]] const GazetteerEntry* find_short(std::string_view name,
                                                 const GazetteerEntry* state) const;
  [[nodiscard]] const GazetteerEntry* find(const std::string& name,
                                           const GazetteerEntry* state) const;

  /// The ministry of `state` whose English name has all the words of `field` («Trade, Industry and
  /// Energy», «Mining»), the one with the shortest name if there are several; null when none has.
  [[nodiscard]] const GazetteerEntry* find_by_field(std::string_view field,
                                                    const GazetteerEntry* state) const;

  struct StateName {
    std::uint32_t length = 0;  ///< bytes; 0 when no state's name begins here
    const GazetteerEntry* state = nullptr;
  };
  /// The longest name of a state that begins at `at`, in Hangul or an acronym, whatever follows it.
  [[nodiscard]] StateName state_at(std::string_view text, std::uint32_t at) const;

  /// The head of state or government whose family name `name` is («바이든»), of `state` where that
  /// is not null; null when there is none or when several bear it.
  [[nodiscard]] const GazetteerEntry* leader(const std::string& name,
                                             const GazetteerEntry* state) const;

 private:
  const Ontology& ontology_;
  PhraseMatcher state_names_;
  std::vector<const GazetteerEntry*> states_;
  std::unordered_map<std::string, std::vector<const GazetteerEntry*>> leaders_;
  std::unordered_map<std::string, std::vector<const GazetteerEntry*>> by_name_;
  std::unordered_map<const GazetteerEntry*, std::vector<const GazetteerEntry*>> by_state_;
};

/// Between the members of a list stand only marks, «의» and «와/과/및».
[[nodiscard]] bool is_list_glue(std::string_view between);

/// A body that no gazetteer has, of that state.
[[nodiscard]] EntityId minted_body(EntityId state, std::string_view name,
                                   DocumentEntities& entities);

/// Decides the candidates of `mentions` (one sentence, text order) by the state named right before,
/// then by the state carried along a list («미국의 법무부와 상무부»), then by the state of the
/// outlet, `home`; with no candidate of those states, by the only candidate of a state that the
/// document names (`states`). What stays open is dropped.
void resolve_candidates(std::string_view text, const Ontology& ontology, const BodyIndex& bodies,
                        const std::vector<EntityId>& states, EntityId home,
                        DocumentEntities& entities, std::vector<Mention>& mentions);

}  // namespace samgak
