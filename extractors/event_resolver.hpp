// Which names of one text are the same meeting, agreement or programme.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractors/document_entities.hpp"
#include "extractors/mention.hpp"
#include "ontology/lexicon.hpp"

namespace samgak {

/// Follows one text. Gives every event mention a provisional id; `final_ids` tells what they are
/// called when the whole text is read, so that the id comes from the fullest name. The reasons of
/// mentions refer to it.
class EventResolver {
 public:
  /// `scope` keeps general names («양해각서») of two documents apart.
  EventResolver(const Lexicon& lexicon, std::string_view scope);

  /// The event mention at `span` of the next sentence is called `name`, which the text does not
  /// say.
  void call(Span span, std::string name) { given_names_.emplace_back(span, std::move(name)); }

  /// Resolves the events of one sentence, in text order.
  ///
  /// A name without an ordinal is the last event whose name ends with it or holds its words in
  /// order; «제3차 회의» and «차기 회의» are a new event of the series that the last such name
  /// belongs to. Names with different ordinals are never one. A name in the other language is the
  /// event of the same ordinal and states. `headline`: the sentence is a title or a summary.
  void resolve(std::string_view text, bool headline, std::vector<Mention>& mentions);

  /// The final id of each event, by the number of its provisional one. A paper that only the
  /// headlines name, in their own words, is the only paper of its kind that the body names.
  [[nodiscard]] std::vector<EntityId> final_ids(DocumentEntities& entities);
  /// Fullest name of an event, and its other names.
  [[nodiscard]] const std::vector<std::string>& names_of(std::size_t event) const {
    return events_[event].names;
  }
  /// Final id of a later or earlier event → final id of the event whose series it continues.
  [[nodiscard]] std::map<EntityId, EntityId> bases(const std::vector<EntityId>& final_ids) const;

 private:
  struct Event {
    EntityType type;
    std::string series;   ///< key without ordinal
    std::string ordinal;  ///< `3`, `next`, or empty
    std::vector<std::string> names;
    EntityIds states;      ///< in its name, sorted
    std::string core;      ///< key without ordinal and states
    int base = -1;         ///< the event of the same series that it was read from
    bool general = false;  ///< known by a general name only
    bool of_body = false;  ///< named outside of headlines
    // Of `series`, so that a name is compared with few of the many events of a long document:
    std::uint64_t letters = 0;  ///< see `letters_of`
    bool korean = false;
    bool any_meeting = false;
  };
  [[nodiscard]] int paper_of_body(const Event& headline) const;
  [[nodiscard]] bool is_first_time(std::string_view text, const Mention& mention) const;
  [[nodiscard]] bool is_any_meeting(std::string_view series) const;
  void call_series(Event& event, std::string series) const;
  /// `named_here`: the last event that the same sentence named, -1 for none.
  [[nodiscard]] bool is_own_core(std::string_view core) const;
  [[nodiscard]] int find(const Mention& mention, std::string_view series, std::string_view ordinal,
                         std::string_view core, const EntityIds& states, int named_here) const;
  [[nodiscard]] int series_of(const Mention& mention, std::string_view words) const;

  const Lexicon& lexicon_;
  std::string scope_;
  std::vector<std::pair<Span, std::string>> given_names_;  ///< for the sentence at hand
  std::vector<Event> events_;
  std::vector<int> recent_;             ///< indices by last mention, latest last
  std::deque<std::string> bare_names_;  ///< of series, for reasons
};

}  // namespace samgak
