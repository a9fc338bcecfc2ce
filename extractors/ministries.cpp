#include "extractors/ministries.hpp"

#include <algorithm>

#include "extractors/forms.hpp"
#include "extractors/short_forms.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

EntityId candidate_of(const DocumentEntities& entities, const Mention& mention, EntityId state) {
  for (const EntityId id : mention.candidates) {
    const GazetteerEntry* parent = entities.parent(id);
    if ((parent == nullptr ? id : entities.of(*parent)) == state) return id;
  }
  return {};
}

/// Is the state named as a side («네덜란드 측에서는», «(英)»)? Bare names behind it belong to it.
bool opens_a_side(std::string_view text, const Mention& state, const Lexicon& lexicon) {
  const std::string_view next = text.substr(state.span.end);
  const std::vector<std::string>& words = lexicon.cue("side");
  const bool bracketed =
      decode_before(text, state.span.begin).value == '(' && next.starts_with(")");
  return bracketed || std::any_of(words.begin(), words.end(),
                                  [&](const std::string& word) { return next.starts_with(word); });
}

/// «네덜란드의 하네커 스홀턴 경제부 차관»: one or two words without particles, the name of somebody
/// between the state and the body.
bool holds_a_name(std::string_view between, const Lexicon& lexicon) {
  constexpr std::size_t kLongest = 40;  // bytes
  if (between.starts_with("의 ")) between.remove_prefix(std::string_view("의").size());
  if (between.size() < 2 || between.size() > kLongest || between.front() != ' ' ||
      between.back() != ' ')
    return false;
  between.remove_prefix(1);
  int words = 0;
  for (; !between.empty(); ++words) {
    const std::string_view word = between.substr(0, between.find(' '));
    for (std::size_t at = 0; at < word.size(); at += decode(word, at).length) {
      if (!is_hangul_syllable(decode(word, at).value)) return false;
    }
    if (word.empty() || ends_with_any(word, lexicon.cue("not_name_end"))) return false;
    between.remove_prefix(word.size() + 1);
  }
  return words == 2 || words == 3;
}

/// «Trade, Industry and Energy» → trade, industry, energy. «Defense» is spelt in two ways.
std::vector<std::string> field_words(std::string_view name) {
  std::vector<std::string> out(1);
  for (const char c : name) {
    if (is_latin(static_cast<unsigned char>(c))) {
      out.back() += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    } else if (!out.back().empty()) {
      out.emplace_back();
    }
  }
  std::erase_if(out, [](const std::string& word) {
    return word.empty() || word == "and" || word == "of" || word == "the";
  });
  std::replace(out.begin(), out.end(), std::string("defence"), std::string("defense"));
  return out;
}

}  // namespace

bool is_list_glue(std::string_view between) {
  if (between == "'s " || between == "’s ") return true;
  for (std::size_t at = 0; at < between.size();) {
    const CodePoint c = decode(between, at);
    const bool particle =
        c.value == U'의' || c.value == U'와' || c.value == U'과' || c.value == U'및';
    if (is_letter_or_digit(c.value) && !particle) return false;
    if (c.value == '.' || c.value == '\t') return false;
    at += c.length;
  }
  return true;
}

EntityId minted_body(EntityId state, std::string_view name, DocumentEntities& entities) {
  constexpr std::string_view kState = "state/";
  std::string id = "body/";
  id.append(entities.text(state).substr(kState.size())).append("/").append(name_key(name));
  return entities.of(id);
}

BodyIndex::BodyIndex(const Ontology& ontology) : ontology_(ontology) {
  for (const GazetteerEntry& entry : ontology.gazetteer) {
    if (entry.type == "Country") {
      const auto add = [&](const std::string& name) {
        const bool acronym =
            name.size() >= 2 && name.size() <= 3 &&
            std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (!acronym && (!is_hangul_syllable(decode(name, 0).value) || count_code_points(name) < 2))
          return;
        state_names_.add(name, static_cast<std::uint32_t>(states_.size()));
        states_.push_back(&entry);
      };
      add(entry.ko);
      for (const std::string& alias : entry.aliases) add(alias);
    }
    const bool leads = entry.type == "Person" && !entry.parents.empty() &&
                       entry.parents.front().starts_with("state/");
    if (leads) {
      for (const std::string& bare : entry.bare) leaders_[bare].push_back(&entry);
    }
    if (entry.type != "Ministry") continue;
    if (entry.parent != nullptr) by_state_[entry.parent].push_back(&entry);
    by_name_[entry.ko].push_back(&entry);
    if (!entry.en.empty()) by_name_[entry.en].push_back(&entry);
    for (const std::string& bare : entry.bare) by_name_[bare].push_back(&entry);
  }
  state_names_.freeze();
}

const GazetteerEntry* BodyIndex::leader(const std::string& name,
                                        const GazetteerEntry* state) const {
  const auto it = leaders_.find(name);
  if (it == leaders_.end()) return nullptr;
  const GazetteerEntry* found = nullptr;
  for (const GazetteerEntry* entry : it->second) {
    if (state != nullptr && entry->parent != state) continue;
    if (found != nullptr) return nullptr;
    found = entry;
  }
  return found;
}

BodyIndex::StateName BodyIndex::state_at(std::string_view text, std::uint32_t at) const {
  const PhraseMatcher::Match match = state_names_.longest(text, at);
  if (match.length == 0) return {};
  return {match.length, states_[match.value]};
}

const GazetteerEntry* BodyIndex::find_short(std::string_view name,
                                            const GazetteerEntry* state) const {
  const auto of_state = by_state_.find(state);
  if (of_state == by_state_.end()) return nullptr;
  const GazetteerEntry* found = nullptr;
  for (const GazetteerEntry* entry : of_state->second) {
    const std::string_view full = entry->ko;
    const std::string_view bare = full.substr(full.find(' ') + 1);
    const bool begins_alike = decode(name, 0).value == decode(bare, 0).value;
    if (!begins_alike || !abbreviates(name, bare, 1)) continue;
    // Of «정보통신부» and «과학기술정보통신부», «정통부» means the shorter one.
    if (found == nullptr || full.size() < found->ko.size()) found = entry;
  }
  return found;
}

const GazetteerEntry* BodyIndex::find_by_field(std::string_view field,
                                               const GazetteerEntry* state) const {
  const auto of_state = by_state_.find(state);
  const std::vector<std::string> wanted = field_words(field);
  if (of_state == by_state_.end() || wanted.empty()) return nullptr;
  const GazetteerEntry* found = nullptr;
  for (const GazetteerEntry* entry : of_state->second) {
    const bool ministry = entry->en.find("Ministry") != std::string::npos ||
                          entry->en.find("Department") != std::string::npos;
    const std::vector<std::string> has = field_words(entry->en);
    const bool all = std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
      return std::find(has.begin(), has.end(), word) != has.end();
    });
    if (ministry && all && (found == nullptr || entry->en.size() < found->en.size())) found = entry;
  }
  return found;
}

const GazetteerEntry* BodyIndex::find(const std::string& name, const GazetteerEntry* state) const {
  const auto belongs = [&](const GazetteerEntry* e) {
    return e->parent != nullptr && e->parent == state;
  };
  if (const GazetteerEntry* entry = ontology_.find(name)) return belongs(entry) ? entry : nullptr;
  const auto it = by_name_.find(name);
  if (it == by_name_.end()) return nullptr;
  const auto body = std::find_if(it->second.begin(), it->second.end(), belongs);
  return body != it->second.end() ? *body : nullptr;
}

// «캐나다 측에서는 … 국제통상부 차관이»: a name that the gazetteer gives to a state that the text
// does not speak of is that of a body of the side that speaks.
void move_to_side(std::string_view text, const BodyIndex& bodies,
                  const std::vector<EntityId>& states, EntityId side, DocumentEntities& entities,
                  Mention& mention) {
  if (mention.type != "Ministry" || mention.entities.size() != 1 || side.empty()) return;
  const GazetteerEntry* owner = entities.parent(mention.entities.front());
  if (owner == nullptr || owner->kind != "Country") return;
  const std::string_view name = slice(text, mention.span);
  const EntityId state = entities.of(*owner);
  if (state == side || name.starts_with(owner->ko) ||
      std::find(states.begin(), states.end(), state) != states.end())
    return;
  const GazetteerEntry* of_side = entities.entry(side);
  const GazetteerEntry* known =
      of_side == nullptr ? nullptr : bodies.find(of_side->ko + " " + std::string(name), of_side);
  mention.entities = {known != nullptr ? entities.of(*known) : minted_body(side, name, entities)};
  if (known == nullptr) mention.state = side;
  mention.reason = "name of a body + side that speaks";
}

void resolve_candidates(std::string_view text, const Ontology& ontology, const BodyIndex& bodies,
                        const std::vector<EntityId>& states, EntityId home,
                        DocumentEntities& entities, std::vector<Mention>& mentions) {
  // «한국에서 …, 미국에서 …이 참석했다»: states where something is are sides when there are
  // several.
  const auto side_like = [](const Mention& m) {
    return m.type == "Country" && m.entities.size() == 1 && m.role == ParticleRole::at;
  };
  const bool sides = std::count_if(mentions.begin(), mentions.end(), side_like) > 1;
  EntityId carried;
  EntityId side;
  std::uint32_t last_end = 0;
  std::uint32_t read_to = mentions.empty() ? 0 : mentions.front().span.begin;
  for (Mention& mention : mentions) {
    const std::string_view between =
        text.substr(last_end, mention.span.begin - std::min(last_end, mention.span.begin));
    const bool in_list =
        last_end > 0 && (is_list_glue(between) || holds_a_name(between, ontology.lexicon));
    if (!in_list) carried = {};
    last_end = mention.span.end;
    if (text.substr(read_to, mention.span.begin - read_to).find("우리") != std::string_view::npos)
      side = home;
    read_to = mention.span.begin;
    if (mention.candidates.empty()) {
      if (mention.type == "Country") {
        if ((sides && side_like(mention)) ||
            (mention.entities.size() == 1 && opens_a_side(text, mention, ontology.lexicon)))
          side = mention.entities.front();
        carried = mention.entities.size() == 1 ? mention.entities.front() : EntityId();
        continue;
      }
      move_to_side(text, bodies, states, side, entities, mention);
      if (const GazetteerEntry* parent = entities.parent(mention.entities.front())) {
        carried = entities.of(*parent);
      }
      continue;
    }
    // «양자 협의» is a bilateral talk, not one on quantum technology.
    const std::vector<std::string>& other_words = ontology.lexicon.cue("not_technology_next");
    const std::string_view next = text.substr(mention.span.end, 24);
    if (mention.type == "Technology" &&
        std::any_of(other_words.begin(), other_words.end(),
                    [&](const std::string& w) { return next.starts_with(w); })) {
      continue;
    }
    EntityId chosen = carried.empty() ? EntityId() : candidate_of(entities, mention, carried);
    mention.reason = "bare name + state before it";
    if (chosen.empty() && !side.empty()) {
      chosen = candidate_of(entities, mention, side);
      mention.reason = "bare name + side that speaks";
    }
    if (chosen.empty()) {
      chosen = candidate_of(entities, mention, home);
      mention.reason = "bare name + state of the text";
    }
    for (std::size_t i = 0; chosen.empty() && i < states.size(); ++i) {
      chosen = candidate_of(entities, mention, states[i]);
      mention.reason = "bare name + state named in the document";
    }
    if (chosen.empty() && mention.candidates.size() == 1 &&
        entities.parent(mention.candidates.front()) == nullptr) {
      chosen = mention.candidates.front();
      mention.reason = "gazetteer";
    }
    if (chosen.empty()) continue;
    mention.entities = {chosen};
    mention.type = entities.entry(chosen)->kind;
  }
  std::erase_if(mentions, [](const Mention& m) { return m.entities.empty(); });
}

}  // namespace samgak
