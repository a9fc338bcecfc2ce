#include "extractors/coreference.hpp"

#include <algorithm>

#include "extractors/attributive_names.hpp"
#include "extractors/english_sentence.hpp"
#include "extractors/event_words.hpp"
#include "extractors/forms.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

constexpr std::size_t kLongestCue = 32;  // bytes

void remember(EntityIds& last, const EntityIds& ids) {
  for (const EntityId id : ids) {
    last.erase(id);
    last.push_back(id);
  }
}

EntityIds tail(const EntityIds& ids, std::size_t count) {
  if (count == 0 || ids.size() < count) return {};
  return EntityIds(ids.end() - static_cast<std::ptrdiff_t>(count), ids.end());
}

}  // namespace

Coreference::Coreference(const Ontology& ontology, const SentenceForms& kinds,
                         const ParticleSplitter& particles, const Affiliations& affiliations,
                         EntityId home, const DocumentEntities& entities)
    : ontology_(ontology),
      kinds_(kinds),
      particles_(particles),
      affiliations_(affiliations),
      home_(home),
      entities_(entities),
      groups_(affiliations, ontology.lexicon) {}

EntityIds Coreference::group(std::string_view text, const Anaphor& anaphor,
                             const std::vector<Mention>& mentions, std::uint32_t before) const {
  const auto count = static_cast<std::size_t>(anaphor.count);
  if (anaphor.kind == "self" || anaphor.kind == "government") return {home_};
  if (anaphor.kind == "speaker") return speaker_.empty() ? EntityIds{} : EntityIds{speaker_};
  if (anaphor.kind == "bodies" || anaphor.kind == "companies") return bodies(anaphor);
  if (anaphor.kind == "counterparts") return counterparts();
  if (anaphor.kind == "people") return people(anaphor);
  if (anaphor.kind == "sides") {
    const auto sides = sides_of_.find(focus_);
    if (sides != sides_of_.end()) return sides->second;
  }
  // «한·일 양국»: the states right before; else the last group of that size; else the states of the
  // text.
  for (auto it = mentions.rbegin(); it != mentions.rend(); ++it) {
    if (it->type == "Country" && it->span.end <= before && it->entities.size() >= 2 &&
        !are_rivals(text, *it, ontology_.lexicon) && (count == 0 || it->entities.size() == count)) {
      return it->entities;
    }
  }
  // «캐나다 천연자원부 국장과 만나 양국이 …»: the one foreign state of the sentence, unless the
  // last pair has it.
  const EntityId foreign = count == 2 ? only_foreign_state(mentions, before) : EntityId();
  for (auto it = groups_.states().rbegin(); it != groups_.states().rend(); ++it) {
    const bool apart = !foreign.empty() && std::find(it->begin(), it->end(), foreign) == it->end();
    if (apart) return {home_, foreign};
    if (count == 0 || it->size() == count) return *it;
  }
  if (!foreign.empty()) return {home_, foreign};
  if (count > 0 && document_states_.size() >= count) {
    return EntityIds(document_states_.data(), document_states_.data() + anaphor.count);
  }
  return {};
}

// Of the foreign states whose bodies the sentence names before `before`; empty when there are
// several.
EntityId Coreference::only_foreign_state(const std::vector<Mention>& mentions,
                                         std::uint32_t before) const {
  EntityId only;
  for (const Mention& mention : mentions) {
    if (mention.span.begin >= before || mention.type != "Ministry" || mention.entities.size() != 1)
      continue;
    const EntityId state = affiliations_.state_of(mention.entities.front());
    if (state.empty() || state == home_ || state == only) continue;
    if (!only.empty()) return {};
    only = state;
  }
  return only;
}

// «두 기관»: those who acted together last; else the last ones named.
EntityIds Coreference::bodies(const Anaphor& anaphor) const {
  const auto count = static_cast<std::size_t>(anaphor.count);
  const bool companies = anaphor.kind == "companies";
  for (auto it = groups_.bodies().rbegin(); it != groups_.bodies().rend(); ++it) {
    const bool fits = !companies || std::all_of(it->begin(), it->end(), [this](EntityId id) {
      return !entities_.text(id).starts_with("body/");
    });
    if (it->size() == count && fits) return *it;
  }
  return tail(companies ? last_companies_ : last_bodies_, count);
}

// «두 나라 세관»: the last two bodies of two states that acted together.
EntityIds Coreference::counterparts() const {
  for (auto it = groups_.bodies().rbegin(); it != groups_.bodies().rend(); ++it) {
    if (it->size() != 2) continue;
    const EntityId one = affiliations_.state_of(it->front());
    const EntityId other = affiliations_.state_of(it->back());
    if (!one.empty() && !other.empty() && one != other) return *it;
  }
  return {};
}

// «두 장관»: the last ones with that post; «수석대표»: those who chair or lead a side. Without a
// number, as many as the last group of states has.
EntityIds Coreference::people(const Anaphor& anaphor) const {
  std::string_view family;  // «장관=장관,대신,상»
  for (const std::string& row : ontology_.lexicon.cue("post_family")) {
    const std::string_view noun = std::string_view(row).substr(0, row.find('='));
    if (anaphor.form.ends_with(noun) || anaphor.form.ends_with(std::string(noun) + "들"))
      family = row;
  }
  const std::string_view noun = family.substr(0, family.find('='));
  EntityIds ids;
  EntityIds heads;
  for (const NamedPerson& person : people_) {
    const std::string_view title = without_gloss(person.title);
    bool bears_post = family.empty();
    for (std::size_t at = noun.size(); !bears_post && at < family.size();) {
      const std::size_t end = std::min(family.find(',', at + 1), family.size());
      bears_post = title.ends_with(family.substr(at + 1, end - at - 1));
      at = end;
    }
    if (bears_post) ids.push_back(person.id);
    if (person.heads_delegation) heads.push_back(person.id);
  }
  const bool of_heads = noun == "대표" || noun == "의장";
  const EntityIds& chosen = of_heads && !heads.empty() ? heads : ids;
  const std::size_t count = anaphor.count > 0 ? static_cast<std::size_t>(anaphor.count)
                            : groups_.states().empty()
                                ? chosen.size()
                                : std::min(groups_.states().back().size(), chosen.size());
  return tail(chosen, count);
}

void Coreference::add_anaphors(std::string_view text, Span sentence, FoundForms anaphors,
                               std::vector<Mention>& mentions) const {
  const std::string_view visible_text = text.substr(0, sentence.end);
  std::vector<Mention> found;
  for (const FormHit& hit : anaphors) {
    const Anaphor& anaphor = ontology_.lexicon.anaphors[anaphors.index(hit)];
    const Span span = hit.span;
    const std::uint32_t at = span.begin;
    const bool word_begins = at == 0 || !is_letter_or_digit(decode_before(text, at).value);
    // «정부는» alone, not «미국 정부는»: nothing or a comma stands before it.
    if (anaphor.kind == "government" && at > sentence.begin &&
        !visible_text.substr(0, at).ends_with(", "))
      continue;
    std::optional<ParticleRole> role = particles_.role_at(visible_text, span.end);
    const auto clash = [span](const Mention& m) { return m.span.overlaps(span); };
    if (!word_begins || !role || std::any_of(mentions.begin(), mentions.end(), clash) ||
        std::any_of(found.begin(), found.end(), clash)) {
      continue;
    }
    Mention mention;
    mention.span = mention.extent = span;
    mention.entities = group(text, anaphor, mentions, span.begin);
    mention.role = *role;
    if (mention.entities.empty()) continue;
    const std::string_view first = entities_.text(mention.entities.front());
    mention.type = first.starts_with("state/")    ? EntityType("Country")
                   : first.starts_with("person/") ? EntityType("Person")
                   : anaphor.kind == "companies"  ? EntityType("Organization")
                                                  : EntityType("Ministry");
    mention.reason = "anaphor: the last group named before";
    found.push_back(std::move(mention));
  }
  std::move(found.begin(), found.end(), std::back_inserter(mentions));
}

// «포럼은» is the forum that the text is about, «각서에는» the last memorandum; «회의» may be any
// meeting. «이 회의» is the one named last, «이번 회의» the one that the whole text is about.
const Coreference::NamedEvent* Coreference::referred_event(std::uint32_t type_word,
                                                           std::string_view before) const {
  const auto follows = [&](std::string_view kind) {
    const std::vector<std::string>& words = ontology_.lexicon.cue(kind);
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      if (!before.ends_with(word + " ")) return false;
      const std::size_t begin = before.size() - word.size() - 1;
      return begin == 0 || !is_letter_or_digit(decode_before(before, begin).value);
    });
  };
  const TypeWord& type = ontology_.lexicon.type_words[type_word];
  const bool meeting = type.type == "Meeting";
  const std::vector<std::string>& any = ontology_.lexicon.cue("any_meeting");
  const bool general = meeting && std::find(any.begin(), any.end(), type.word) != any.end();
  const std::uint32_t called = general ? kAnyMeeting : type.full;
  if (meeting && !follows("demonstrative_last")) {
    const EntityId first = follows("demonstrative_main") || focus_.empty() ? main_meeting_ : focus_;
    for (const EntityId id : {first, main_meeting_}) {
      const NamedEvent* named = id.empty() ? nullptr : last_called(id, called);
      if (named != nullptr) return named;
    }
  }
  return last_called({}, called);
}

const Coreference::NamedEvent* Coreference::last_called(EntityId event,
                                                        std::uint32_t type_word) const {
  const auto it = last_called_.find(called_so(event, type_word));
  return it == last_called_.end() ? nullptr : &it->second;
}

void Coreference::add_event_references(std::string_view text, Span sentence, FoundForms type_words,
                                       std::vector<Mention>& mentions) const {
  const std::string_view visible_text = text.substr(0, sentence.end);
  for (const FormHit& hit : type_words) {
    const std::uint32_t index = type_words.index(hit);
    const TypeWord& type = ontology_.lexicon.type_words[index];
    if (type.type == "Meeting" || type.type == "Agreement" || type.type == "Programme") {
      const Span span = hit.span;
      const std::uint32_t at = span.begin;
      const bool word_begins = at == 0 || !is_letter_or_digit(decode_before(text, at).value);
      const std::optional<ParticleRole> role = particles_.role_at(visible_text, span.end);
      // English has its articles in front, Korean its particles behind.
      const std::string_view before = visible_text.substr(sentence.begin, at - sentence.begin);
      const bool referred = is_latin(decode(text, at).value)
                                ? ends_with_any(before, ontology_.lexicon.cue("en_reference"))
                                : role != ParticleRole::none;
      // «군사적 이용에 관한 고위급회의»: one that is told apart is not the one named before.
      if (!word_begins || !role || !referred ||
          ends_with_any(before, ontology_.lexicon.cue("tells_apart")))
        continue;
      if (std::any_of(mentions.begin(), mentions.end(),
                      [&](const Mention& m) { return m.extent.overlaps(span); })) {
        continue;
      }
      const NamedEvent* meant = referred_event(index, before);
      if (meant == nullptr) continue;
      Mention mention;
      mention.span = mention.extent = span;
      mention.type = meant->type;
      mention.entities = {meant->id};
      mention.role = *role;
      mention.reason = "short form: the last one named so";
      mentions.push_back(std::move(mention));
    }
  }
}

void Coreference::begin_section(const Section& section) {
  const SectionKind kind = section.kind;
  const bool below = kind == SectionKind::list_item && section.level > focus_level_;
  if (!below) focus_ = main_meeting_;
  level_ = section.level;
  in_body_ = kind == SectionKind::paragraph || kind == SectionKind::list_item ||
             kind == SectionKind::table_row;
  heading_passed_ |= kind == SectionKind::heading && main_is_of_body_;
}

void Coreference::look_back(std::string_view sentence) {
  const bool back = starts_with_any(sentence, ontology_.lexicon.cue("look_back"));
  if (back && !last_meeting_.empty()) focus_ = last_meeting_;
}

void Coreference::resolve(std::string_view text, Span sentence, const FormHits& forms,
                          std::vector<Mention>& mentions) {
  add_anaphors(text, sentence, forms.of(kinds_.anaphors), mentions);
  add_event_references(text, sentence, forms.of(kinds_.type_words), mentions);
  std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  mark_attributive(text, mentions);
  bool named = false;
  for (const Mention& mention : mentions) {
    if (mention.type == "Meeting" || mention.type == "Agreement" || mention.type == "Programme") {
      remember_event(text, mention);
    } else if (mention.type == "Person") {
      remember_person(text, sentence, forms, mention);
    }
    // «첫 회의의 후속 조치»: in passing, and no change of what the text is about.
    const bool in_passing = starts_with_any(text.substr(mention.extent.end, kLongestCue),
                                            ontology_.lexicon.cue("passing_next"));
    if (mention.type == "Meeting" && !mention.attributive) remember_sides(mention, mentions);
    if (mention.type == "Meeting" && !mention.attributive && !in_passing) {
      if (main_meeting_.empty() || heading_passed_ || (in_body_ && !main_is_of_body_)) {
        main_meeting_ = mention.entities.front();
        main_is_of_body_ = in_body_;
      }
      heading_passed_ = false;
      if (!named) {
        focus_ = mention.entities.front();
        focus_level_ = level_;
        named = true;
      }
    }
    if ((mention.type == "Ministry" || mention.type == "Organization") && !mention.attributive) {
      remember(last_bodies_, mention.entities);
      if (mention.type == "Organization") remember(last_companies_, mention.entities);
    }
  }
  groups_.remember(text, mentions);
}

// «한·EU 사이버정책협의회»: the two sides of a meeting are those in its name.
void Coreference::remember_sides(const Mention& meeting, const std::vector<Mention>& mentions) {
  EntityIds sides;
  for (const Mention& part : mentions) {
    if (&part == &meeting || !meeting.span.contains(part.span) ||
        (part.type != "Country" && part.type != "Organization"))
      continue;
    sides.append(part.entities.begin(), part.entities.end());
  }
  if (sides.size() == 2) sides_of_[meeting.entities.front()] = std::move(sides);
}

void Coreference::remember_event(std::string_view text, const Mention& mention) {
  const NamedEvent event{mention.type, mention.entities.front()};
  const auto note = [&](std::uint32_t type_word) {
    last_called_[called_so(event.id, type_word)] = event;
    last_called_[called_so({}, type_word)] = event;
  };
  // «Strategic Technology Dialogue» ends with «dialogue».
  const std::string_view name = without_gloss(slice(text, mention.span));
  const PhraseSet& words = ontology_.lexicon.type_word_forms;
  const auto note_word = [&](std::uint32_t word) { note(ontology_.lexicon.type_words[word].full); };
  words.for_each_at_end(name, note_word);
  if (!name.empty() && is_latin(decode_before(name, name.size()).value))
    words.for_each_at_end(lower_case(name), note_word);
  if (mention.type == "Meeting") note(kAnyMeeting);
  if (mention.type == "Meeting" && !mention.attributive) last_meeting_ = event.id;
}

void Coreference::remember_person(std::string_view text, Span sentence, const FormHits& forms,
                                  const Mention& mention) {
  if (speaker_.empty() && mention.entities.size() == 1 &&
      forms.any(kinds_.interview, sentence.begin, sentence.end))
    speaker_ = mention.entities.front();
  const bool argument = mention.role != ParticleRole::object && mention.role != ParticleRole::goal;
  // Who did not come is none of «두 장관».
  if (forms.any(kinds_.absent, sentence.begin, sentence.end)) return;
  // The first verb behind the name tells what somebody did: «… 장관이 주재했고, … 대사가 배석했다».
  const auto first_of = [&](FormRange kind) {
    std::uint32_t first = sentence.end;
    for (const FormHit& hit : forms.of(kind)) {
      if (hit.span.begin >= mention.extent.end) first = std::min(first, hit.span.begin);
    }
    return first;
  };
  const bool leads = argument && mention.entities.size() == 1 &&
                     first_of(kinds_.head_of_delegation) < first_of(kinds_.sits_in);
  for (const EntityId id : mention.entities) {
    NamedPerson person{id, slice(text, mention.extent), leads};
    const auto known = std::find_if(people_.begin(), people_.end(),
                                    [&](const NamedPerson& p) { return p.id == id; });
    if (known != people_.end()) {
      person.heads_delegation |= known->heads_delegation;
      // «두 장관» says no name: the title stays that of the last time somebody was named.
      if (mention.entities.size() > 1) person.title = known->title;
      people_.erase(known);
    }
    people_.push_back(person);
  }
}

}  // namespace samgak
