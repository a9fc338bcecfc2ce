#include "extractors/ministries.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "extractors/event_words.hpp"
#include "extractors/forms.hpp"
#include "extractors/short_forms.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

/// Between the members of a list stand only marks, «의» and «와/과/및».
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

const std::string* candidate_of(const Ontology& ontology, const Mention& mention,
                                std::string_view state) {
  for (const std::string& id : mention.candidates) {
    const GazetteerEntry* entry = ontology.find(id);
    if (entry->parents.empty() ? id == state : entry->parents.front() == state) return &id;
  }
  return nullptr;
}

bool belongs_elsewhere(const Ontology& ontology, const Mention& mention, std::string_view state) {
  const bool body = mention.type == "Organization" || mention.type == "Ministry";
  if (!body || mention.entities.size() != 1) return false;
  const GazetteerEntry* entry = ontology.find(mention.entities.front());
  return entry != nullptr && !entry->parents.empty() &&
         entry->parents.front().starts_with("state/") && entry->parents.front() != state;
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

/// Id of a body that no gazetteer has.
std::string minted_body(std::string_view state, std::string_view name) {
  return "body/" + std::string(state.substr(std::string_view("state/").size())) + "/" +
         name_key(name);
}

/// A body of `state` whose name begins at `begin` in `word` and ends in a type word of `least` code
/// points or more.
std::optional<Mention> read_body(std::string_view text, Span word, std::uint32_t begin,
                                 std::size_t least, const std::string& state,
                                 const Ontology& ontology, const ParticleSplitter& particles) {
  const std::vector<std::string>& no_bodies = ontology.lexicon.cue("not_body");
  for (std::uint32_t cut = word.end; cut > begin; cut -= decode_before(text, cut).length) {
    const std::string_view name = text.substr(begin, cut - begin);
    const std::optional<ParticleRole> role = particles.role_at(text.substr(0, word.end), cut);
    if (!role || count_code_points(name) < 3 || is_digit(decode(name, 0).value) ||
        std::find(no_bodies.begin(), no_bodies.end(), name) != no_bodies.end())
      continue;
    const auto type = std::find_if(ontology.lexicon.type_words.begin(),
                                   ontology.lexicon.type_words.end(), [&](const TypeWord& w) {
                                     return (w.type == "Ministry" || w.type == "Organization") &&
                                            name.ends_with(w.word) && name.size() > w.word.size() &&
                                            count_code_points(w.word) >= least;
                                   });
    if (type == ontology.lexicon.type_words.end()) continue;
    Mention mention;
    mention.span = mention.extent = {begin, cut};
    mention.type = type->type;
    mention.role = *role;
    mention.entities = {minted_body(state, name)};
    mention.state = state;
    mention.reason = "ends like a body, behind a state";
    return mention;
  }
  return std::nullopt;
}

/// The same for a name of two or three words («오스왈두 크루스 재단»): the first says nothing else,
/// and the last ends in a type word of two code points or more.
std::optional<Mention> read_long_body(std::string_view text, Span sentence, Span first,
                                      const std::string& state, const Ontology& ontology,
                                      const ParticleSplitter& particles,
                                      const std::vector<Mention>& mentions) {
  constexpr int kMostWords = 3;
  const std::vector<std::string>& qualifiers = ontology.lexicon.cue("body_qualifier");
  Span word = first;
  for (int words = 1; words < kMostWords; ++words) {
    const std::string_view said = slice(text, word);
    const bool named = std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
      return m.span.overlaps(word) && m.type != "Technology";
    });
    if (named || word.end >= sentence.end || text[word.end] != ' ' ||
        ends_a_phrase(said, ontology.lexicon) ||
        std::find(qualifiers.begin(), qualifiers.end(), said) != qualifiers.end() ||
        ends_with_any(said, ontology.lexicon.cue("not_name_end")))
      return std::nullopt;
    word.begin = word.end + 1;
    word.end = word.begin;
    while (word.end < sentence.end && is_letter_or_digit(decode(text, word.end).value))
      word.end += decode(text, word.end).length;
    if (std::optional<Mention> body =
            read_body(text, word, first.begin, 2, state, ontology, particles))
      return body;
  }
  return std::nullopt;
}

}  // namespace

void find_unlisted_bodies(std::string_view text, Span sentence, const Ontology& ontology,
                          const BodyIndex& bodies, const ParticleSplitter& particles,
                          std::string_view home, std::vector<Mention>& mentions) {
  std::vector<Mention> found;
  const auto word_end = [&](std::uint32_t at) {
    while (at < sentence.end) {
      const CodePoint c = decode(text, at);
      // «AI·디지털부»
      const bool joins =
          is_middle_dot(c.value) && is_letter_or_digit(decode(text, at + c.length).value);
      if (!is_letter_or_digit(c.value) && !joins) break;
      at += c.length;
    }
    return at;
  };
  for (const Mention& state : mentions) {
    if (state.type != "Country" || state.entities.size() != 1 || state.entities.front() == home)
      continue;
    // «한-베트남 산업공동위원회» is a meeting of the two, no body of one.
    const char32_t before = decode_before(text, state.span.begin).value;
    if (is_hyphen(before) || is_middle_dot(before)) continue;
    std::uint32_t begin = state.span.end;
    if (decode(text, begin).value == U'의') begin += decode(text, begin).length;
    if (begin >= sentence.end || text[begin] != ' ') continue;
    const Span word{begin + 1, word_end(begin + 1)};
    // «싱가포르 AI안전연구소» is not the institute of that name that the gazetteer has of another
    // state.
    const bool taken = std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
      // «프랑스 AI·디지털부»: a field is part of many a body's name.
      const bool field = m.type == "Technology" && m.span.end < word.end;
      return m.span.overlaps(word) && !field &&
             !(m.span.begin == word.begin &&
               belongs_elsewhere(ontology, m, state.entities.front()));
    });
    if (taken) continue;
    std::optional<Mention> body =
        read_body(text, word, word.begin, 1, state.entities.front(), ontology, particles);
    if (!body)
      body = read_long_body(text, sentence, word, state.entities.front(), ontology, particles,
                            mentions);
    if (!body) continue;
    if (const GazetteerEntry* known =
            bodies.find_short(slice(text, body->span), state.entities.front())) {
      body->entities = {known->id};
      body->type = known->type;
      body->state.clear();
      body->reason = "short for " + known->ko;
    }
    body->extent.begin = state.span.begin;
    found.push_back(std::move(*body));
  }
  // «일본규격협회»: the state is the beginning of the word.
  std::size_t next = 0;
  for (std::uint32_t at = sentence.begin; at < sentence.end;) {
    const Span word{at, word_end(at)};
    if (word.empty()) {
      at += decode(text, at).length;
      continue;
    }
    at = word.end;
    while (next < mentions.size() && mentions[next].span.end <= word.begin) ++next;
    const bool glosses = next > 0 && mentions[next - 1].extent.overlaps(word);
    if (glosses || (next < mentions.size() && mentions[next].span.overlaps(word))) continue;
    const BodyIndex::StateName state = bodies.state_at(text, word.begin);
    if (state.length == 0 || word.begin + state.length >= word.end) continue;
    if (std::optional<Mention> body =
            read_body(text, word, word.begin + state.length, 2, *state.id, ontology, particles)) {
      body->span.begin = body->extent.begin = word.begin;
      body->entities = {minted_body(*state.id, slice(text, body->span))};
      found.push_back(std::move(*body));
    }
  }
  if (found.empty()) return;
  std::erase_if(mentions, [&](const Mention& m) {
    return std::any_of(found.begin(), found.end(),
                       [&](const Mention& body) { return m.span.overlaps(body.span); });
  });
  std::move(found.begin(), found.end(), std::back_inserter(mentions));
  std::sort(mentions.begin(), mentions.end(),
            [](const Mention& a, const Mention& b) { return a.span < b.span; });
}

BodyIndex::BodyIndex(const Ontology& ontology) : ontology_(ontology) {
  for (const GazetteerEntry& entry : ontology.gazetteer) {
    if (entry.type == "Country") {
      const auto add = [&](const std::string& name) {
        if (!is_hangul_syllable(decode(name, 0).value) || count_code_points(name) < 2) return;
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
    if (!entry.parents.empty()) by_state_[entry.parents.front()].push_back(&entry);
    by_name_[entry.ko].push_back(&entry);
    for (const std::string& bare : entry.bare) by_name_[bare].push_back(&entry);
  }
  state_names_.freeze();
}

const GazetteerEntry* BodyIndex::leader(const std::string& name, std::string_view state) const {
  const auto it = leaders_.find(name);
  if (it == leaders_.end()) return nullptr;
  const GazetteerEntry* found = nullptr;
  for (const GazetteerEntry* entry : it->second) {
    if (!state.empty() && entry->parents.front() != state) continue;
    if (found != nullptr) return nullptr;
    found = entry;
  }
  return found;
}

BodyIndex::StateName BodyIndex::state_at(std::string_view text, std::uint32_t at) const {
  const PhraseMatcher::Match match = state_names_.longest(text, at);
  if (match.length == 0) return {};
  return {match.length, &states_[match.value]->id};
}

const GazetteerEntry* BodyIndex::find_short(std::string_view name, std::string_view state) const {
  const auto of_state = by_state_.find(std::string(state));
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

const GazetteerEntry* BodyIndex::find(const std::string& name, std::string_view state) const {
  const auto belongs = [&](const GazetteerEntry* e) {
    return !e->parents.empty() && e->parents.front() == state;
  };
  if (const GazetteerEntry* entry = ontology_.find(name)) return belongs(entry) ? entry : nullptr;
  const auto it = by_name_.find(name);
  if (it == by_name_.end()) return nullptr;
  const auto body = std::find_if(it->second.begin(), it->second.end(), belongs);
  return body != it->second.end() ? *body : nullptr;
}

// «캐나다 측에서는 … 국제통상부 차관이»: a name that the gazetteer gives to a state that the text
// does not speak of is that of a body of the side that speaks.
void move_to_side(std::string_view text, const Ontology& ontology, const BodyIndex& bodies,
                  const std::vector<std::string>& states, std::string_view side, Mention& mention) {
  if (mention.type != "Ministry" || mention.entities.size() != 1 || side.empty()) return;
  const GazetteerEntry* entry = ontology.find(mention.entities.front());
  if (entry == nullptr || entry->parents.empty()) return;
  const std::string& owner = entry->parents.front();
  const std::string_view name = slice(text, mention.span);
  const GazetteerEntry* state = ontology.find(owner);
  const bool says_state = state != nullptr && name.starts_with(state->ko);
  if (state == nullptr || state->type != "Country" || owner == side || says_state ||
      std::find(states.begin(), states.end(), owner) != states.end())
    return;
  const GazetteerEntry* of_side = ontology.find(side);
  const GazetteerEntry* known =
      of_side == nullptr ? nullptr : bodies.find(of_side->ko + " " + std::string(name), side);
  mention.entities = {known != nullptr ? known->id : minted_body(side, name)};
  if (known == nullptr) mention.state = side;
  mention.reason = "name of a body + side that speaks";
}

void resolve_candidates(std::string_view text, const Ontology& ontology, const BodyIndex& bodies,
                        const std::vector<std::string>& states, std::string_view home,
                        std::vector<Mention>& mentions) {
  std::string carried;
  std::string side;
  std::uint32_t last_end = 0;
  std::uint32_t read_to = mentions.empty() ? 0 : mentions.front().span.begin;
  for (Mention& mention : mentions) {
    const bool in_list =
        last_end > 0 && is_list_glue(text.substr(last_end, mention.span.begin - last_end));
    if (!in_list) carried.clear();
    last_end = mention.span.end;
    if (text.substr(read_to, mention.span.begin - read_to).find("우리") != std::string_view::npos)
      side = home;
    read_to = mention.span.begin;
    if (mention.candidates.empty()) {
      if (mention.type == "Country") {
        if (mention.entities.size() == 1 && opens_a_side(text, mention, ontology.lexicon))
          side = mention.entities.front();
        carried = mention.entities.size() == 1 ? mention.entities.front() : std::string();
        continue;
      }
      move_to_side(text, ontology, bodies, states, side, mention);
      if (const GazetteerEntry* entry = ontology.find(mention.entities.front());
          entry != nullptr && !entry->parents.empty()) {
        carried = entry->parents.front();
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
    const std::string* chosen =
        carried.empty() ? nullptr : candidate_of(ontology, mention, carried);
    mention.reason = "bare name + state before it";
    if (chosen == nullptr && !side.empty()) {
      chosen = candidate_of(ontology, mention, side);
      mention.reason = "bare name + side that speaks";
    }
    if (chosen == nullptr) {
      chosen = candidate_of(ontology, mention, home);
      mention.reason = "bare name + state of the text";
    }
    for (std::size_t i = 0; chosen == nullptr && i < states.size(); ++i) {
      chosen = candidate_of(ontology, mention, states[i]);
      mention.reason = "bare name + state named in the document";
    }
    if (chosen == nullptr && mention.candidates.size() == 1 &&
        ontology.find(mention.candidates[0])->parents.empty()) {
      chosen = &mention.candidates.front();
      mention.reason = "gazetteer";
    }
    if (chosen == nullptr) continue;
    mention.entities = {*chosen};
    mention.type = ontology.find(*chosen)->type;
  }
  std::erase_if(mentions, [](const Mention& m) { return m.entities.empty(); });
}

}  // namespace samgak
