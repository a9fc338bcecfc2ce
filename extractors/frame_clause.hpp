// One clause of a sentence as a frame sees it: which names may fill which slot.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/clause_items.hpp"
#include "extractors/document_entities.hpp"
#include "extractors/mention.hpp"
#include "extractors/relative_clauses.hpp"
#include "ontology/frame_rule.hpp"
#include "ontology/lexicon.hpp"

namespace samgak {

/// What the sentence itself does not say.
struct FrameContext {
  const DocumentEntities& entities;
  EntityId focus;          ///< meeting that the text is about, none when there is none
  EntityIds participants;  ///< states that take part in it
  EntityIds topic;         ///< subject of the last sentence that had one
  EntityId paper;          ///< agreement whose contents the sentence goes on to tell

  /// Has the context something for one of the sources of `slot`?
  [[nodiscard]] bool fills(const FrameSlot& slot) const;
};

/// One clause with its names, and the trigger of a frame in it. All of it refers to what the caller
/// holds; places are bytes of `text`.
struct FrameClause {
  const Lexicon& lexicon;
  std::string_view text;
  Span sentence;
  Span span;
  std::uint32_t before_begin;            ///< where the clause before begins
  bool refers_back;                      ///< «이를»: it speaks of what the clause before said
  const std::vector<Mention>& mentions;  ///< of the whole sentence
  const RelativeClauses& relatives;
  ClauseItems& items;
  std::uint32_t trigger;
  std::uint32_t trigger_end;
  std::uint32_t said_from;  ///< where the speech begins that the trigger is in, 0 outside of speech
  const Adnominal* adnominal;  ///< the trigger's own relative clause, null when it has none

  [[nodiscard]] bool takes_part(const FrameSlot& slot, std::size_t index) const {
    const Mention& mention = mentions[index];
    // Who speaks does nothing of what is said: «A는 “B와 협력하겠다”고 말했다».
    if (mention.span.begin < said_from && mention.type != "Agreement" && mention.type != "Meeting")
      return false;
    return !mention.attributive && slot.takes(mention.type) &&
           !relatives.is_foreign(index, adnominal);
  }

  /// What the trigger describes: «체결한 협약».
  [[nodiscard]] const Mention* head(const FrameSlot& slot) const {
    if (adnominal == nullptr || adnominal->head == Adnominal::kNone) return nullptr;
    const Mention& mention = mentions[adnominal->head];
    return slot.takes(mention.type) ? &mention : nullptr;
  }
};

/// The names that fill one slot.
using Filler = std::vector<const Mention*>;

/// Who or what fills a slot: ids, and the names or else the words for them.
struct FilledSlot {
  EntityIds ids;
  Filler names;
  std::string_view words;
  bool of_participants = false;  ///< no sentence says so: the states of the meeting
};

/// Appends the words that fill the slot, separated by commas.
void append_words(const FilledSlot& slot, std::string_view text, std::string& out);

/// Fills `slot` from the first of its sources that yields something; empty when none does.
[[nodiscard]] FilledSlot fill(const FrameSlot& slot, const FrameClause& clause,
                              const FrameContext& context);

/// Where the speech begins that holds `trigger` («“… 유출을 막겠다”고 말했다»); 0 when it stands in
/// none. An interview, whose sentences end inside the quotation, is no speech in this sense.
[[nodiscard]] std::uint32_t speech_around(std::string_view text, Span sentence,
                                          std::uint32_t trigger, const Lexicon& lexicon);

/// The item of an enumeration that the trigger stands in: from a comma or «및» behind a noun of
/// acting to the next comma.
[[nodiscard]] Span item_of(const FrameClause& clause);

}  // namespace samgak
