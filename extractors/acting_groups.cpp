#include "extractors/acting_groups.hpp"

#include <algorithm>

#include "extractors/forms.hpp"
#include "extractors/ministries.hpp"
#include "text/utf8.hpp"

namespace samgak {

bool are_rivals(std::string_view text, const Mention& states, const Lexicon& lexicon) {
  constexpr std::size_t kReach = 24;  // bytes
  return starts_with_any(text.substr(states.extent.end, kReach), lexicon.cue("rivalry"));
}

// «안덕근 장관은 … 카타르 에너지장관과 …»: the states of those who act and of those they act with.
EntityIds ActingGroups::acting_states(const std::vector<Mention>& mentions) const {
  EntityIds states;
  for (const Mention& mention : mentions) {
    const bool actor =
        mention.type == "Person" || mention.type == "Ministry" || mention.type == "Country";
    const bool acts = mention.role == ParticleRole::with || mention.role == ParticleRole::subject ||
                      mention.role == ParticleRole::topic;
    if (!actor || !acts || mention.attributive || mention.entities.size() != 1) continue;
    const EntityId state = affiliations_.state_of(mention.entities.front());
    if (!state.empty() && std::find(states.begin(), states.end(), state) == states.end())
      states.push_back(state);
  }
  std::sort(states.begin(), states.end());
  return states;
}

// Whoever sits by is none of «양 기관»: «체결식에는 관세청과 특허청이 배석했다».
EntityIds ActingGroups::acting_bodies(std::string_view text,
                                      const std::vector<Mention>& mentions) const {
  constexpr std::size_t kReach = 24;  // bytes
  EntityIds acting;
  const Mention* onlooker = nullptr;
  for (auto it = mentions.rbegin(); it != mentions.rend(); ++it) {
    const bool body = it->type == "Ministry" || it->type == "Organization";
    const bool acts = it->role == ParticleRole::with || it->role == ParticleRole::subject ||
                      it->role == ParticleRole::topic;
    if (!body || it->attributive || !acts || it->entities.size() != 1) continue;
    const std::string_view behind = text.substr(it->extent.end, kReach);
    const std::size_t verb = behind.find(' ');
    const bool listed =
        onlooker != nullptr && onlooker->extent.begin >= it->extent.end &&
        is_list_glue(text.substr(it->extent.end, onlooker->extent.begin - it->extent.end));
    if (listed || (verb != std::string_view::npos &&
                   starts_with_any(behind.substr(verb + 1), lexicon_.cue("onlooking")))) {
      onlooker = &*it;
    } else if (std::find(acting.begin(), acting.end(), it->entities.front()) == acting.end()) {
      acting.push_back(it->entities.front());
    }
  }
  std::reverse(acting.begin(), acting.end());
  return acting;
}

// Groups: a compound («한미일»), states or bodies of one sentence that are joined by «와/과», «, »
// or a mark («한-EU»).
void ActingGroups::remember(std::string_view text, const std::vector<Mention>& mentions) {
  EntityIds run;
  for (const Mention& mention : mentions) {
    if (mention.type == "Country" && mention.entities.size() > 1) {
      if (!are_rivals(text, mention, lexicon_)) states_.push_back(mention.entities);
    } else if (mention.type == "Country" && !mention.attributive &&
               mention.role != ParticleRole::goal) {
      run.push_back(mention.entities.front());
    }
  }
  EntityIds acting = acting_bodies(text, mentions);
  if (acting.size() >= 2) bodies_.push_back(std::move(acting));
  for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
    const Mention& a = mentions[i];
    for (std::size_t j = i + 1; j < mentions.size(); ++j) {
      const Mention& b = mentions[j];
      const CodePoint joint = decode(text, a.span.end);
      const bool joined = (is_hyphen(joint.value) || is_middle_dot(joint.value)) &&
                          b.span.begin == a.span.end + joint.length;
      if (b.span.begin > a.span.end + joint.length) break;
      if (!joined || a.type != "Country" || (b.type != "Country" && b.type != "Organization"))
        continue;
      EntityIds both = a.entities;
      both.append(b.entities.begin(), b.entities.end());
      states_.push_back(std::move(both));
    }
  }
  std::sort(run.begin(), run.end());
  run.shrink(std::unique(run.begin(), run.end()));
  if (run.size() < 2) run = acting_states(mentions);
  if (run.size() >= 2) states_.push_back(run);
}

}  // namespace samgak
