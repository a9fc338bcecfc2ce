#include "extractors/countries.hpp"

#include <algorithm>
#include <string>

#include "text/utf8.hpp"

namespace samgak {

std::vector<Mention> find_country_compounds(std::string_view text, Span sentence,
                                            const std::vector<Mention>& known_names,
                                            const Lexicon& lexicon,
                                            const ParticleSplitter& particles,
                                            DocumentEntities& entities) {
  std::vector<Mention> out;
  const std::string_view visible_text = text.substr(0, sentence.end);
  bool word_begins = true;
  auto name = known_names.begin();
  for (std::uint32_t at = sentence.begin; at < sentence.end;) {
    while (name != known_names.end() && name->span.begin <= at) ++name;
    // «한-인도»: the compound ends where a whole name begins.
    const std::uint32_t stop =
        name == known_names.end() ? sentence.end : std::min(name->span.begin, sentence.end);
    const CodePoint first = decode(visible_text, at);
    const bool letter = is_letter_or_digit(first.value);
    if (!word_begins || !letter ||
        !lexicon.state_syllable_forms.at_begin_of(visible_text.substr(at))) {
      word_begins = !letter;
      at += first.length;
      continue;
    }
    Mention mention;
    std::uint32_t end = at;
    for (std::uint32_t i = at; i < stop;) {
      const CodePoint c = decode(visible_text, i);
      const bool joint = end > at && i == end && (is_middle_dot(c.value) || is_hyphen(c.value));
      if (joint) {
        i += c.length;
        continue;
      }
      const auto state =
          lexicon.state_syllables.find(std::string(visible_text.substr(i, c.length)));
      const EntityIds& known = mention.entities;
      const CodePoint next = decode(visible_text, i + c.length);
      const bool marked =
          (i > end && end > at) || is_middle_dot(next.value) || is_hyphen(next.value);
      if (!marked &&
          lexicon.marked_syllables.count(std::string(visible_text.substr(i, c.length))) > 0)
        break;
      if (state == lexicon.state_syllables.end()) break;
      const EntityId id = entities.of(state->second);
      if (std::count(known.begin(), known.end(), id) > 0) break;
      mention.entities.push_back(id);
      i += c.length;
      end = i;
    }
    // «한-호주»: 호 is the beginning of a whole name, not a state of the compound.
    if (mention.entities.size() >= 2 && is_letter_or_digit(decode(visible_text, end).value) &&
        !particles.role_at(visible_text, end)) {
      mention.entities = {mention.entities.front()};
      end = at + first.length;
    }
    // «한-EU», «한·네덜란드»: one syllable joined to a whole name, which is found by itself.
    const char32_t joint = decode(visible_text, end).value;
    const bool joined =
        mention.entities.size() == 1 &&
        !lexicon.cue("not_compound").at_begin_of(visible_text.substr(at)) &&
        (is_hyphen(joint) || is_middle_dot(joint)) &&
        is_letter_or_digit(decode(visible_text, end + decode(visible_text, end).length).value);
    if (joined) {
      mention.span = mention.extent = {at, end};
      mention.type = "Country";
      mention.reason = "state in one syllable";
      at = end;
      out.push_back(std::move(mention));
      word_begins = false;
      continue;
    }
    // «중독», «중미»: syllables of states that make another word.
    const std::vector<std::string>& words = lexicon.cue("not_compound");
    if (std::find(words.begin(), words.end(), visible_text.substr(at, end - at)) != words.end())
      mention.entities.clear();
    const std::optional<ParticleRole> role = particles.role_at(visible_text, end);
    if (mention.entities.size() >= 2 && mention.entities.size() <= 5 && role) {
      mention.span = mention.extent = {at, end};
      mention.type = "Country";
      mention.role = *role;
      mention.reason = "compound of states";
      at = end;
      out.push_back(std::move(mention));
    } else {
      at += first.length;
    }
    word_begins = false;
  }
  return out;
}

void read_city_states(std::string_view text, const Lexicon& lexicon, DocumentEntities& entities,
                      std::vector<Mention>& mentions) {
  const std::vector<std::string>& cities = lexicon.cue("city_state");
  for (Mention& mention : mentions) {
    if (mention.type != "Country" || mention.role != ParticleRole::at) continue;
    const std::string_view name = slice(text, mention.span);
    const std::string_view behind = text.substr(mention.extent.end);
    const bool there = behind.starts_with("에서 ") || behind.starts_with("서 ");
    if (!there || std::find(cities.begin(), cities.end(), name) == cities.end()) continue;
    mention.type = "Place";
    mention.entities = {entities.of("place/" + name_key(name))};
    mention.reason = "city and state";
  }
}

}  // namespace samgak
