#include "extractors/affiliations.hpp"

#include <algorithm>

namespace samgak {

std::string Affiliations::state_of(std::string_view id) const {
  const std::vector<PersonInText>& people = people_.people();
  const auto person = std::find_if(people.rbegin(), people.rend(),
                                   [&](const PersonInText& p) { return p.id == id; });
  if (person != people.rend()) {
    if (person->employer.empty()) return person->state;
    id = person->employer;
  }
  // A chain of parts is short; a gazetteer that goes in a circle must not hang the program.
  constexpr int kLongestChain = 8;
  const GazetteerEntry* entry = ontology_.find(id);
  for (int step = 0; entry != nullptr && step < kLongestChain; ++step) {
    if (entry->type == "Country") return entry->id;
    if (entry->parents.empty()) return {};
    entry = ontology_.find(entry->parents.front());
  }
  constexpr std::string_view kBody = "body/";
  if (!id.starts_with(kBody)) return {};
  const std::string_view state = id.substr(kBody.size());
  return "state/" + std::string(state.substr(0, state.find('/')));
}

}  // namespace samgak
