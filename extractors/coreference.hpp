// Words that stand for what was named before: 양국, 3국, 우리 측, 이번 회의.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractors/acting_groups.hpp"
#include "extractors/document_entities.hpp"
#include "extractors/event_names.hpp"
#include "extractors/mention.hpp"
#include "extractors/particles.hpp"
#include "extractors/sentence_forms.hpp"
#include "ontology/ontology.hpp"
#include "text/document.hpp"

namespace samgak {

/// Follows one text sentence by sentence. Refers to the ontology.
class Coreference {
 public:
  Coreference(const Ontology& ontology, const SentenceForms& kinds,
              const ParticleSplitter& particles, const Affiliations& affiliations, EntityId home,
              const DocumentEntities& entities);

  /// States that the whole text speaks of, for «양국» before any pair was named: the most often
  /// named first.
  void set_document_states(std::vector<EntityId> states) { document_states_ = std::move(states); }

  /// Adds what the anaphors of `sentence` stand for to `mentions` (text order, linked), takes note
  /// of the groups and meetings named in it, and marks the mentions that are only part of another
  /// name. `forms` are those of the sentence.
  void resolve(std::string_view text, Span sentence, const FormHits& forms,
               std::vector<Mention>& mentions);

  /// A new block of the text begins: it is about the main meeting again. The main meeting is the
  /// first that the body names, before that the first of the headings; behind a heading in the body
  /// it is the first one there. Points below the one that names a meeting go on about that one.
  void begin_section(const Section& section);

  /// A sentence that begins with «당시» is about the meeting named last. Call it before `resolve`.
  void look_back(std::string_view sentence);

  /// The meeting that the text is about after the last sentence; none when none was named.
  [[nodiscard]] EntityId focus() const { return focus_; }

 private:
  struct NamedEvent {
    EntityType type;
    EntityId id;
  };
  /// An event and the number of a type word that a name of it ends in.
  static std::uint64_t called_so(EntityId event, std::uint32_t type_word) {
    return std::uint64_t{event.number()} << 32 | type_word;
  }
  static constexpr std::uint32_t kAnyMeeting = 0xFFFFFFFF;  ///< in the place of a type word
  [[nodiscard]] const NamedEvent* last_called(EntityId event, std::uint32_t type_word) const;
  void add_anaphors(std::string_view text, Span sentence, FoundForms anaphors,
                    std::vector<Mention>& mentions) const;
  void add_event_references(std::string_view text, Span sentence, FoundForms type_words,
                            std::vector<Mention>& mentions) const;
  [[nodiscard]] const NamedEvent* referred_event(std::uint32_t type_word,
                                                 std::string_view before) const;
  [[nodiscard]] EntityId only_foreign_state(const std::vector<Mention>& mentions,
                                            std::uint32_t before) const;
  [[nodiscard]] EntityIds people(const Anaphor& anaphor) const;
  [[nodiscard]] EntityIds bodies(const Anaphor& anaphor) const;
  [[nodiscard]] EntityIds counterparts() const;
  void remember_sides(const Mention& meeting, const std::vector<Mention>& mentions);
  void remember_event(std::string_view text, const Mention& mention);
  void remember_person(std::string_view text, Span sentence, const FormHits& forms,
                       const Mention& mention);
  [[nodiscard]] EntityIds group(std::string_view text, const Anaphor& anaphor,
                                const std::vector<Mention>& mentions, std::uint32_t before) const;

  struct NamedPerson {
    EntityId id;
    std::string_view title;         ///< with the post, as it was said last
    bool heads_delegation = false;  ///< somebody who chairs or leads a side
  };

  const Ontology& ontology_;
  const SentenceForms& kinds_;
  const ParticleSplitter& particles_;
  const Affiliations& affiliations_;
  EntityId home_;
  const DocumentEntities& entities_;
  std::vector<EntityId> document_states_;
  ActingGroups groups_;
  EntityIds last_bodies_;
  EntityIds last_companies_;
  std::vector<NamedPerson> people_;  ///< in the order in which they were named last
  /// The last one named so, of each event and (under no event) of all.
  std::unordered_map<std::uint64_t, NamedEvent> last_called_;
  std::map<EntityId, EntityIds> sides_of_;  ///< of meetings with two in their name
  EntityId main_meeting_;
  bool heading_passed_ = false;
  bool in_body_ = false;
  bool main_is_of_body_ = false;
  EntityId speaker_;  ///< who is interviewed
  EntityId focus_;
  int level_ = 0;          ///< of the block
  int focus_level_ = 0;    ///< of the block that named the focus
  EntityId last_meeting_;  ///< named last, in passing or not
};

}  // namespace samgak
