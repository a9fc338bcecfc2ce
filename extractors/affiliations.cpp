#include "extractors/affiliations.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace samgak {

EntityId Affiliations::state_of(EntityId id) const {
  const std::vector<PersonInText>& people = people_.people();
  const auto person = std::find_if(people.rbegin(), people.rend(),
                                   [&](const PersonInText& p) { return p.id == id; });
  if (person != people.rend()) {
    if (person->employer.empty()) return person->state;
    id = person->employer;
  }
  // A chain of parts is short; a gazetteer that goes in a circle must not hang the program.
  constexpr int kLongestChain = 8;
  const GazetteerEntry* entry = entities_.entry(id);
  for (int step = 0; entry != nullptr && step < kLongestChain; ++step) {
    if (entry->kind == "Country") return entities_.of(*entry);
    if (entry->parent == nullptr) return {};
    entry = entry->parent;
  }
  constexpr std::string_view kBody = "body/";
  const std::string_view text = entities_.text(id);
  if (!text.starts_with(kBody)) return {};
  const std::string_view state = text.substr(kBody.size());
  return entities_.find("state/" + std::string(state.substr(0, state.find('/'))));
}

}  // namespace samgak
