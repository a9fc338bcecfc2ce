// When meetings, agreements and programmes took place or will, and whether they did already.
#pragma once

#include <string>
#include <vector>

#include "extractors/predicates.hpp"
#include "extractors/text_analyzer.hpp"

namespace samgak {

/// What a sentence tells about one event.
struct TimeClaim {
  EntityId event;
  std::string key;    ///< `date` or `status`
  std::string value;  ///< ISO 8601, or `held` or `planned`
  Span span;          ///< the sentence
};

/// The best claim for each event and key; events that the text leaves open
/// have none.
///
/// A date belongs to a meeting or a paper when it stands nearest before its name, or right behind
/// its topic («제6차 회의는 내년 …»), in a clause that tells of holding or signing, and no other
/// event owns it («지난달 열린 포럼의 후속 회의»). A row with the label «일시» dates the meeting
/// that the text is about; a paper signed there has the meeting's day. The day on which somebody
/// said so is no date of anything.
///
/// `predicates` are those of the sentences of `text`, in their order.
///
/// The status comes from the predicate that governs the name, else from the date against the day of
/// publication, else from the words around. What the clause denies tells nothing.
[[nodiscard]] std::vector<TimeClaim> read_event_times(const Lexicon& lexicon,
                                                      const Document& document,
                                                      const AnalyzedText& text, Date published,
                                                      std::vector<Predicates>& predicates);

}  // namespace samgak
