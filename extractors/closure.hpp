// What follows from the statements of one document taken together.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "graph/statement.hpp"
#include "ontology/phrase_set.hpp"

namespace samgak {

/// Adds to `extraction`:
///  - those who sign a paper on cooperation in a field, or run a programme of that field together,
///  cooperate on it and
///    with each other; so do the states of a meeting on cooperation in it;
///  - a paper bears the date of the meeting that adopted it, and a paper or programme that is only
///  announced is planned;
///  - people of two or more states who agreed on a paper commit their states;
///  - people who sign a paper at a meeting attended it;
///  - what an agreement concerns was discussed at the meeting that adopted it.
/// `programme_fields` has the technologies in the names of programmes. `cooperating_words` tell by
/// its name that an event is about working together. `state_of` gives the state of a person's
/// employer or of a body. Each new statement carries the evidence of its premises and a rule id
/// that begins with `closure.`.
void close_over(Extraction& extraction, const std::map<std::string, std::string>& state_of,
                const PhraseSet& cooperating_words,
                const std::map<std::string, std::set<std::string>>& programme_fields);

/// What is said of a meeting to come is to come as well: «… 장관이 참석한다»; what is said of one
/// that took place took place, whatever the sentence goes on to promise: «대화를 열고 협력하기로
/// 했다».
void follow_meetings(Extraction& extraction);

}  // namespace samgak
