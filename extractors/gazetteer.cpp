#include "extractors/gazetteer.hpp"

#include <algorithm>
#include <deque>
#include <string>
#include <utility>

#include "extractors/forms.hpp"
#include "text/utf8.hpp"

namespace samgak {

Gazetteer::Gazetteer(const Ontology& ontology, const ParticleSplitter& particles)
    : lexicon_(ontology.lexicon), particles_(particles) {
  struct Form {
    std::string_view text;
    const GazetteerEntry* entry;
    bool bare;
  };
  std::vector<Form> forms;
  std::deque<std::string> fused;  // «이탈리아우주청»: the state written into the body's name
  for (const GazetteerEntry& entry : ontology.gazetteer) {
    const auto add = [&](std::string_view text, bool bare) {
      if (!text.empty()) forms.push_back({text, &entry, bare});
    };
    add(entry.ko, false);
    const GazetteerEntry* state =
        entry.parents.empty() ? nullptr : ontology.find(entry.parents.front());
    if (const std::size_t space = entry.ko.find(' ');
        state != nullptr && state->type == "Country" && space == state->ko.size() &&
        entry.ko.starts_with(state->ko)) {
      fused.push_back(entry.ko);
      fused.back().erase(space, 1);
      add(fused.back(), false);
    }
    add(entry.en, false);
    add(entry.ja, false);
    for (const std::string& alias : entry.aliases) add(alias, false);
    for (const std::string& bare : entry.bare) add(bare, true);
  }
  std::stable_sort(forms.begin(), forms.end(),
                   [](const Form& a, const Form& b) { return a.text < b.text; });
  for (auto form = forms.begin(); form != forms.end();) {
    const std::string_view text = form->text;
    const auto number = static_cast<std::uint32_t>(surfaces_.size());
    Surface surface;
    for (; form != forms.end() && form->text == text; ++form) {
      if (surface.entries.empty() || surface.entries.back() != form->entry)
        surface.entries.push_back(form->entry);
      surface.ambiguous |= form->bare;
    }
    surface.ambiguous |= surface.entries.size() > 1;
    for (const GazetteerEntry* entry : surface.entries)
      surface.ids.emplace_back(ontology.number_of(*entry));
    names_.add(text, number);
    const EntityType type = surface.entries.front()->kind;
    if (!surface.ambiguous &&
        (type == "Technology" || type == "Ministry" || type == "Organization")) {
      typos_.add(text, number);
    }
    surfaces_.push_back(std::move(surface));
  }
  names_.freeze();
  for (const std::string& noun : ontology.lexicon.cue("name_follower")) followers_.add(noun, 0);
  followers_.freeze();
  for (const std::string& noun : ontology.lexicon.cue("delegation")) delegations_.add(noun, 0);
  delegations_.freeze();
}

// The word is tried without each particle that it may end in, the longest name first.
std::optional<Mention> Gazetteer::misspelt(std::string_view text, std::uint32_t begin) const {
  std::uint32_t end = begin;
  while (end < text.size() && is_hangul_syllable(decode(text, end).value))
    end += decode(text, end).length;
  // «원천기술» is a word of its own, however near it is to a name.
  if (lexicon_.cue("not_misspelt").at_begin_of(text.substr(begin, end - begin)))
    return std::nullopt;
  constexpr std::uint32_t kSyllable = 3;  // bytes
  const std::string_view word = text.substr(0, end);
  std::optional<ParticleRole> shorter_role = ParticleRole::none;
  for (std::uint32_t cut = end; cut >= begin + TypoIndex::kShortest; cut -= kSyllable) {
    const std::optional<ParticleRole> role =
        std::exchange(shorter_role, particles_.role_at(word, cut - kSyllable));
    // «국가안보를» ends in a particle: that syllable is no misspelling of a name's last one.
    if (!role || (role == ParticleRole::none && shorter_role)) continue;
    const std::optional<std::uint32_t> value = typos_.find(slice(text, {begin, cut}));
    if (!value) continue;
    const Surface& surface = surfaces_[*value];
    Mention mention;
    mention.span = mention.extent = {begin, cut};
    mention.type = surface.entries.front()->kind;
    mention.role = *role;
    mention.entities = {surface.ids.front()};
    mention.reason = {"misspelt ", surface.entries.front()->ko};
    return mention;
  }
  return std::nullopt;
}

// «캔버라 국회의사당», «벨기에 브뤼셀» is one name of the gazetteer and names the city, or the
// state, as well.
std::optional<Mention> Gazetteer::place_around(std::string_view text, Span place) const {
  const std::size_t space = slice(text, place).find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const std::uint32_t end = place.begin + static_cast<std::uint32_t>(space);
  const PhraseMatcher::Match match = names_.longest(text.substr(0, end), place.begin, true);
  if (match.length == 0 || place.begin + match.length != end) return std::nullopt;
  const Surface& surface = surfaces_[match.value];
  const EntityType type = surface.entries.front()->kind;
  if ((type != "Place" && type != "Country") || surface.entries.size() > 1) return std::nullopt;
  Mention mention;
  mention.span = mention.extent = {place.begin, end};
  mention.type = type;
  mention.attributive = type == "Country";
  mention.entities = {surface.ids.front()};
  mention.reason = "gazetteer";
  return mention;
}

bool Gazetteer::is_province(std::string_view name) const {
  const std::vector<std::string>& provinces = lexicon_.cue("province");
  return std::find(provinces.begin(), provinces.end(), name) != provinces.end();
}

// «서울 중구 정동에서», «부산 벡스코(BEXCO)에서»: the words behind a city that say where in it, up
// to the particle of place; `none` where they say something else.
ParticleRole Gazetteer::role_of_address(std::string_view text, std::uint32_t at) const {
  constexpr int kMostWords = 4;
  for (int words = 0; words < kMostWords && text.substr(at).starts_with(' '); ++words) {
    const std::uint32_t begin = at + 1;
    at = begin;
    while (at < text.size() && is_letter_or_digit(decode(text, at).value))
      at += decode(text, at).length;
    if (at == begin) return ParticleRole::none;
    if (text.substr(at).starts_with('(')) {
      const ParticleRole role = particles_.role_behind_gloss(text, at);
      if (role != ParticleRole::none) return role == ParticleRole::at ? role : ParticleRole::none;
      at = static_cast<std::uint32_t>(std::min(text.find(')', at), text.size() - 1)) + 1;
      continue;
    }
    for (std::uint32_t cut = at; cut > begin; cut -= decode_before(text, cut).length) {
      const std::optional<ParticleRole> role = particles_.role_at(text.substr(0, at), cut);
      if (!role || *role == ParticleRole::none) continue;
      const std::string_view noun = slice(text, {begin, cut});
      bool event = false;
      lexicon_.type_word_forms.for_each_at_end(noun, [&](std::uint32_t index) {
        const EntityType type = lexicon_.type_words[index].type;
        event |= type == "Meeting" || type == "Agreement";
      });
      return *role == ParticleRole::at && !event ? *role : ParticleRole::none;
    }
  }
  return ParticleRole::none;
}

ParticleRole Gazetteer::role_of_word(std::string_view text, std::uint32_t from) const {
  std::uint32_t end = from;
  while (end < text.size() && is_hangul_syllable(decode(text, end).value))
    end += decode(text, end).length;
  ParticleRole role = ParticleRole::none;
  for (std::uint32_t cut = end; cut > from; cut -= decode_before(text, cut).length) {
    if (const auto found = particles_.role_at(text.substr(0, end), cut)) role = *found;
  }
  return role;
}

// «한-베트남 특허청장 회담»: the name «베트남 특허청» does not begin with the second of two states.
bool Gazetteer::is_second_state(std::string_view text, std::uint32_t begin,
                                PhraseMatcher::Match match) const {
  const char32_t before = decode_before(text, begin).value;
  const EntityType type = surfaces_[match.value].entries.front()->kind;
  return (is_hyphen(before) || is_middle_dot(before)) && (type == "Ministry" || type == "Person") &&
         text.substr(begin, match.length).find(' ') != std::string_view::npos;
}

// «경찰청 국가수사본부장»: the post of its head is written into the last word of a body's name.
bool Gazetteer::is_head_of_body(std::string_view text, std::uint32_t begin,
                                PhraseMatcher::Match match) const {
  const Surface& surface = surfaces_[match.value];
  const EntityType type = surface.entries.front()->kind;
  const std::uint32_t end = begin + match.length;
  const CodePoint next = decode(text, end);
  return (type == "Ministry" || type == "Organization") && next.value == U'장' &&
         particles_.role_at(text, end + next.length).has_value();
}

std::vector<Mention> Gazetteer::find(std::string_view text, Span sentence) const {
  std::vector<Mention> out;
  const std::string_view visible_text = text.substr(0, sentence.end);
  bool word_begins = true;
  for (std::uint32_t at = sentence.begin; at < sentence.end;) {
    const CodePoint c = decode(visible_text, at);
    const bool letter = is_letter_or_digit(c.value);
    if (!letter || !word_begins) {
      word_begins = !letter;
      at += c.length;
      continue;
    }
    word_begins = false;
    PhraseMatcher::Match match = names_.longest(visible_text, at, true);
    if (match.length > 0 && is_second_state(visible_text, at, match))
      match = names_.longest(visible_text.substr(0, visible_text.find(' ', at)), at, true);
    // «Hydrogen is …»: a common noun has a capital at the beginning of a sentence only.
    if (match.length == 0 && at == sentence.begin && c.value >= 'A' && c.value <= 'Z') {
      std::string lowered(visible_text.substr(at, kLongestGloss));
      lowered.front() = static_cast<char>(c.value - 'A' + 'a');
      match = names_.longest(lowered, 0, true);
    }
    const std::uint32_t end = at + match.length;
    if (match.length == 0) {
      std::optional<Mention> typo = misspelt(visible_text, at);
      at = typo ? typo->span.end : at + c.length;
      if (!typo) continue;
      // «연방교육연구혁신처(SERI)와»
      if (const std::uint32_t gloss = gloss_end(visible_text, at); gloss > at) {
        typo->role = particles_.role_behind_gloss(visible_text, at);
        typo->extent.end = at = gloss;
      }
      out.push_back(std::move(*typo));
      continue;
    }
    // «과학기술정책실(OSTP)이»: the particle stands behind the gloss.
    const std::uint32_t extent_end = gloss_end(visible_text, end);
    std::optional<ParticleRole> role = particles_.role_at(visible_text, extent_end);
    if (!role && extent_end > end) role = ParticleRole::none;
    // «프라운호퍼연구회는»: the particle stands behind the noun that follows in the same word.
    if (!role && followers_.longest(visible_text, end).length > 0)
      role = role_of_word(visible_text, end);
    const bool headed = !role && is_head_of_body(visible_text, at, match);
    if (headed) role = ParticleRole::none;
    if (!role) {
      at += c.length;
      continue;
    }
    // «특허청 관계자가»: they act for the body.
    if (*role == ParticleRole::none && extent_end < visible_text.size() &&
        visible_text[extent_end] == ' ') {
      const PhraseMatcher::Match who = delegations_.longest(visible_text, extent_end + 1);
      if (who.length > 0)
        role = particles_.role_at(visible_text, extent_end + 1 + who.length).value_or(*role);
    }
    if (*role == ParticleRole::none) role = particles_.role_of_list(visible_text, extent_end);
    // «인도-태평양» is a region.
    if (surfaces_[match.value].entries.front()->kind == "Country" &&
        lexicon_.cue("not_state").at_begin_of(visible_text.substr(at))) {
      at = end;
      continue;
    }
    // «대전 유성구 소재 …»: where something lies, no material.
    constexpr std::string_view kLies = "소재";
    if (visible_text.substr(at, match.length) == kLies && at > sentence.begin &&
        ends_with_any(visible_text.substr(0, at - 1), lexicon_.cue("address_end"))) {
      at = end;
      continue;
    }
    const Surface& surface = surfaces_[match.value];
    Mention mention;
    mention.span = {at, end};
    if (surface.entries.front()->kind == "Place") {
      // «경남 사천에서»: a province says where the city is, and is no place of a meeting itself.
      if (*role == ParticleRole::none && is_province(slice(visible_text, mention.span))) {
        at = end;
        continue;
      }
      if (*role == ParticleRole::none) role = role_of_address(visible_text, extent_end);
      if (std::optional<Mention> around = place_around(visible_text, mention.span)) {
        mention.span.begin = around->span.end + 1;
        if (around->type == "Place") around->role = *role;
        if (!is_province(slice(visible_text, around->span))) out.push_back(std::move(*around));
      }
    }
    mention.extent = {mention.span.begin, extent_end};
    mention.type = surface.entries.front()->kind;
    mention.role = *role;
    mention.attributive = headed;
    mention.reason = "gazetteer";
    if (surface.ambiguous) {
      mention.candidates = surface.ids;
    } else {
      mention.entities = {surface.ids.front()};
    }
    out.push_back(std::move(mention));
    // A short form in the gloss is the same name again; a gloss of several words may name somebody
    // else.
    const bool short_form =
        visible_text.substr(end, extent_end - end).find(' ') == std::string_view::npos;
    at = short_form ? extent_end : end;
  }
  return out;
}

}  // namespace samgak
