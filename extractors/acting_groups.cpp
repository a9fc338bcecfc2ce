#include "extractors/acting_groups.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace samgak {

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

// Groups: a compound («한미일»), states or bodies of one sentence that are joined by «와/과», «, »
// or a mark («한-EU»).
void ActingGroups::remember(std::string_view text, const std::vector<Mention>& mentions) {
  EntityIds run;
  EntityIds acting;
  for (const Mention& mention : mentions) {
    if (mention.type == "Country" && mention.entities.size() > 1) {
      states_.push_back(mention.entities);
    } else if (mention.type == "Country" && !mention.attributive &&
               mention.role != ParticleRole::goal) {
      run.push_back(mention.entities.front());
    }
    const bool body = mention.type == "Ministry" || mention.type == "Organization";
    const bool acts = mention.role == ParticleRole::with || mention.role == ParticleRole::subject ||
                      mention.role == ParticleRole::topic;
    if (!body || mention.attributive || !acts || mention.entities.size() != 1) continue;
    acting.erase(mention.entities.front());
    acting.push_back(mention.entities.front());
  }
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
