#include "extractors/coreference.hpp"

#include <algorithm>

#include "extractors/event_names.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

void remember(std::vector<std::string>& last, const std::vector<std::string>& ids) {
  for (const std::string& id : ids) {
    std::erase(last, id);
    last.push_back(id);
  }
}

std::vector<std::string> tail(const std::vector<std::string>& ids, std::size_t count) {
  if (count == 0 || ids.size() < count) return {};
  return {ids.end() - static_cast<std::ptrdiff_t>(count), ids.end()};
}

/// Only a gap of spaces lies between the two.
bool adjacent(std::string_view text, std::uint32_t end, std::uint32_t begin) {
  if (end > begin || begin - end > 2) return false;
  for (std::uint32_t at = end; at < begin; at += decode(text, at).length) {
    if (!is_space(decode(text, at).value)) return false;
  }
  return true;
}

void mark_attributive(std::string_view text, std::vector<Mention>& mentions) {
  for (Mention& mention : mentions) {
    for (const Mention& other : mentions) {
      if (&other == &mention || mention.attributive) continue;
      const bool inside =
          other.extent.contains(mention.span) && other.extent.size() > mention.span.size();
      const bool bears_state = other.type == "Ministry" || other.type == "Organization" ||
                               other.type == "Person" || other.type == "Place";
      const bool genitive = mention.role == ParticleRole::genitive &&
                            adjacent(text, mention.span.end + 3, other.span.begin);
      const bool state_of = mention.type == "Country" && bears_state &&
                            (mention.entities.size() == 1 || other.type == "Ministry") &&
                            ((mention.role == ParticleRole::none &&
                              adjacent(text, mention.span.end, other.span.begin)) ||
                             genitive);
      mention.attributive = inside || state_of;
    }
  }
}

}  // namespace

Coreference::Coreference(const Ontology& ontology, const ParticleSplitter& particles,
                         std::string_view home)
    : ontology_(ontology), particles_(particles), home_(home) {}

std::vector<std::string> Coreference::group(const Anaphor& anaphor,
                                            const std::vector<Mention>& mentions,
                                            std::uint32_t before) const {
  const auto count = static_cast<std::size_t>(anaphor.count);
  if (anaphor.kind == "self") return {home_};
  if (anaphor.kind == "bodies") return tail(last_bodies_, count);
  if (anaphor.kind == "companies") return tail(last_companies_, count);
  if (anaphor.kind == "people") {
    return tail(last_people_,
                count > 0 || state_groups_.empty() ? count : state_groups_.back().size());
  }
  // «한·일 양국»: the states right before; else the last group of that size; else the states of the
  // text.
  for (auto it = mentions.rbegin(); it != mentions.rend(); ++it) {
    if (it->type == "Country" && it->span.end <= before && it->entities.size() >= 2 &&
        (count == 0 || it->entities.size() == count)) {
      return it->entities;
    }
  }
  for (auto it = state_groups_.rbegin(); it != state_groups_.rend(); ++it) {
    if (count == 0 || it->size() == count) return *it;
  }
  if (count > 0 && document_states_.size() >= count) {
    return {document_states_.begin(), document_states_.begin() + anaphor.count};
  }
  return {};
}

void Coreference::add_anaphors(std::string_view text, Span sentence,
                               std::vector<Mention>& mentions) const {
  const std::string_view visible_text = text.substr(0, sentence.end);
  std::vector<Mention> found;
  for (const Anaphor& anaphor : ontology_.lexicon.anaphors) {
    for (std::size_t at = visible_text.find(anaphor.form, sentence.begin);
         at != std::string_view::npos;
         at = visible_text.find(anaphor.form, at + anaphor.form.size())) {
      const Span span{static_cast<std::uint32_t>(at),
                      static_cast<std::uint32_t>(at + anaphor.form.size())};
      const bool word_begins = at == 0 || !is_letter_or_digit(decode_before(text, at).value);
      std::optional<ParticleRole> role = particles_.role_at(visible_text, span.end);
      const auto clash = [&](const Mention& m) { return m.span.overlaps(span); };
      if (!word_begins || !role || std::any_of(mentions.begin(), mentions.end(), clash) ||
          std::any_of(found.begin(), found.end(), clash)) {
        continue;
      }
      Mention mention;
      mention.span = mention.extent = span;
      mention.entities = group(anaphor, mentions, span.begin);
      mention.role = *role;
      if (mention.entities.empty()) continue;
      mention.type = mention.entities.front().starts_with("state/")    ? "Country"
                     : mention.entities.front().starts_with("person/") ? "Person"
                     : anaphor.kind == "companies"                     ? "Organization"
                                                                       : "Ministry";
      mention.reason = "anaphor: the last group named before";
      found.push_back(std::move(mention));
    }
  }
  std::move(found.begin(), found.end(), std::back_inserter(mentions));
}

// «포럼은» is the last forum, «각서에는» the last memorandum; «회의» may be any meeting: the one
// that the text is about.
std::string Coreference::referred_event(const TypeWord& type) const {
  const std::vector<std::string>& any = ontology_.lexicon.cue("any_meeting");
  const bool general =
      type.type == "Meeting" && std::find(any.begin(), any.end(), type.word) != any.end();
  if (general) return focus_.empty() ? main_meeting_ : focus_;
  for (auto it = events_.rbegin(); it != events_.rend(); ++it) {
    if (it->type == type.type && it->name.ends_with(type.word)) return it->id;
  }
  return {};
}

void Coreference::add_event_references(std::string_view text, Span sentence,
                                       std::vector<Mention>& mentions) const {
  const std::string_view visible_text = text.substr(0, sentence.end);
  for (const TypeWord& type : ontology_.lexicon.type_words) {
    const bool event =
        type.type == "Meeting" || type.type == "Agreement" || type.type == "Programme";
    const std::string meant = event ? referred_event(type) : std::string();
    if (meant.empty()) continue;
    for (std::size_t at = visible_text.find(type.word, sentence.begin);
         at != std::string_view::npos; at = visible_text.find(type.word, at + type.word.size())) {
      const Span span{static_cast<std::uint32_t>(at),
                      static_cast<std::uint32_t>(at + type.word.size())};
      const bool word_begins = at == 0 || !is_letter_or_digit(decode_before(text, at).value);
      const std::optional<ParticleRole> role = particles_.role_at(visible_text, span.end);
      if (!word_begins || !role || *role == ParticleRole::none) continue;
      if (std::any_of(mentions.begin(), mentions.end(),
                      [&](const Mention& m) { return m.extent.overlaps(span); })) {
        continue;
      }
      Mention mention;
      mention.span = mention.extent = span;
      mention.type = type.type;
      mention.entities = {meant};
      mention.role = *role;
      mention.reason = "short form: the last one named so";
      mentions.push_back(std::move(mention));
    }
  }
}

void Coreference::begin_section(bool heading) {
  focus_ = main_meeting_;
  heading_passed_ |= heading && !main_meeting_.empty();
}

void Coreference::look_back(std::string_view sentence) {
  const std::vector<std::string>& words = ontology_.lexicon.cue("look_back");
  const bool back = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return sentence.starts_with(word);
  });
  if (back && !last_meeting_.empty()) focus_ = last_meeting_;
}

void Coreference::resolve(std::string_view text, Span sentence, std::vector<Mention>& mentions) {
  add_anaphors(text, sentence, mentions);
  add_event_references(text, sentence, mentions);
  std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  mark_attributive(text, mentions);
  bool named = false;
  std::vector<std::string> run;
  for (const Mention& mention : mentions) {
    if (mention.type == "Meeting" || mention.type == "Agreement" || mention.type == "Programme") {
      events_.push_back({mention.type, std::string(without_gloss(slice(text, mention.span))),
                         mention.entities.front()});
    }
    if (mention.type == "Country" && mention.entities.size() > 1) {
      state_groups_.push_back(mention.entities);
    } else if (mention.type == "Country" && !mention.attributive) {
      run.push_back(mention.entities.front());
    } else if (mention.type == "Person") {
      remember(last_people_, mention.entities);
    } else if (mention.type == "Meeting" && !mention.attributive) {
      if (main_meeting_.empty() || heading_passed_) main_meeting_ = mention.entities.front();
      heading_passed_ = false;
      // «첫 회의의 후속»: in passing, and no change of what the text is about.
      if (!named && mention.role != ParticleRole::genitive) {
        focus_ = mention.entities.front();
        named = true;
      }
      last_meeting_ = mention.entities.front();
    }
    if ((mention.type == "Ministry" || mention.type == "Organization") && !mention.attributive) {
      remember(last_bodies_, mention.entities);
      if (mention.type == "Organization") remember(last_companies_, mention.entities);
    }
  }
  // «한-EU», «한·네덜란드»: two names joined by one mark are a group, also inside the name of a
  // meeting.
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
      std::vector<std::string> both = a.entities;
      both.insert(both.end(), b.entities.begin(), b.entities.end());
      state_groups_.push_back(std::move(both));
    }
  }
  std::sort(run.begin(), run.end());
  run.erase(std::unique(run.begin(), run.end()), run.end());
  if (run.size() >= 2) state_groups_.push_back(run);
}

}  // namespace samgak
