#include "extractors/pipeline.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "extractors/closure.hpp"
#include "extractors/coreference.hpp"
#include "extractors/countries.hpp"
#include "extractors/dates.hpp"
#include "extractors/event_names.hpp"
#include "extractors/event_resolver.hpp"
#include "extractors/frame_matcher.hpp"
#include "extractors/gazetteer.hpp"
#include "extractors/labels.hpp"
#include "extractors/ministries.hpp"
#include "extractors/people.hpp"
#include "text/sentence_splitter.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

/// The outlets that Samgak reads are Korean: a ministry that nothing else places is one of theirs.
constexpr std::string_view kHomeState = "state/KR";

bool is_article(const Section& section) {
  return section.kind != SectionKind::noise && section.kind != SectionKind::duplicate;
}

void by_place(std::vector<Mention>& mentions) {
  std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
}

}  // namespace

struct Pipeline::State {
  State(const Ontology& o, bool use_model)
      : ontology(o), particles(o.lexicon), gazetteer(o, particles), bodies(o), posts(o.lexicon), frames(o) {
    if (use_model && !o.tagger_model.empty()) tagger.emplace(o.tagger_model);
  }

  struct Sentence {
    Span span;
    std::vector<Mention> mentions;
    std::string focus;  ///< meeting that the text is about here
    std::vector<std::string> topic;  ///< subject of the last sentence before that had one
    std::size_t section = 0;
  };

  struct Text {
    std::vector<Sentence> sentences;
    std::vector<PersonInText> people;
    std::map<std::string, std::vector<std::string>> event_names;  ///< id → names, the fullest first
    std::map<std::string, std::string> bases;                     ///< event → the one whose series it continues
  };

  Text read(const Document& document) const;
  void add_events(const Document& document, Sentence& sentence) const;
  void meetings(const Document& document, const Text& text, Extraction& extraction,
                std::map<std::string, std::vector<std::string>>& participants) const;
  void listed_states(const Text& text, std::map<std::string, std::vector<std::string>>& participants) const;
  void series(const Document& document, const Text& text, Extraction& extraction,
              std::map<std::string, std::vector<std::string>>& participants) const;
  void labelled(const Document& document, const Text& text, const std::string& main_meeting,
                Extraction& extraction) const;
  void dates(const Document& document, const Text& text, Date reference, Extraction& extraction) const;
  void employment(const Document& document, const Text& text, Extraction& extraction) const;
  void state_membership(const Document& document, const Sentence& sentence, Extraction& extraction,
                        std::set<std::string>& stated) const;
  Entity entity_for(const Document& document, const Mention& mention, const std::string& id) const;
  Evidence evidence_for(const Document& document, Span span) const;

  const Ontology& ontology;
  ParticleSplitter particles;
  Gazetteer gazetteer;
  BodyIndex bodies;
  PostMatcher posts;
  FrameMatcher frames;
  std::optional<NameTagger> tagger;
};

// A name that begins inside another or repeats one is left out; a name may hold smaller names («한미일 …», «반도체 …»).
void Pipeline::State::add_events(const Document& document, Sentence& sentence) const {
  const std::string_view text = document.text();
  std::vector<Mention> events = find_quoted_names(text, sentence.span, ontology.lexicon, particles);
  const auto add = [&](std::vector<Mention> more) {
    for (Mention& mention : more) {
      const bool taken = std::any_of(events.begin(), events.end(),
                                     [&](const Mention& m) { return m.span.overlaps(mention.span); });
      if (!taken) events.push_back(std::move(mention));
    }
  };
  add(find_anchored_names(text, sentence.span, sentence.mentions, ontology.lexicon, particles));
  add(find_headed_names(text, sentence.span, ontology.lexicon, particles));
  add(find_plain_agreements(text, sentence.span, document.name(), ontology.lexicon, particles));
  std::move(events.begin(), events.end(), std::back_inserter(sentence.mentions));
  by_place(sentence.mentions);
}

// The states in a meeting's name attend it; a technology in the name of a meeting, an agreement or a programme is what
// it is about.
void Pipeline::State::meetings(const Document& document, const Text& text, Extraction& extraction,
                               std::map<std::string, std::vector<std::string>>& participants) const {
  std::set<std::string> stated;
  const std::vector<std::string>& protecting = ontology.lexicon.cue("protecting_name");
  for (const Sentence& sentence : text.sentences) {
    for (const Mention& event : sentence.mentions) {
      if (event.type != "Meeting" && event.type != "Agreement" && event.type != "Programme") continue;
      for (const Mention& part : sentence.mentions) {
        if (!event.span.contains(part.span) || &part == &event) continue;
        const std::string_view name = slice(document.text(), event.span);
        const bool protects = std::any_of(protecting.begin(), protecting.end(), [&](const std::string& word) {
          return name.find(word) != std::string_view::npos;
        });
        for (const std::string& id : part.entities) {
          Statement statement{event.entities.front(), {}, id, {}, {}, {}};
          const char32_t before = decode_before(document.text(), part.span.begin).value;
          const bool joined = part.type == "Organization" && (is_hyphen(before) || is_middle_dot(before));
          if ((part.type == "Country" || joined) && event.type == "Meeting") {
            std::vector<std::string>& states = participants[event.entities.front()];
            if (std::find(states.begin(), states.end(), id) == states.end()) states.push_back(id);
            statement = {id, "attended", event.entities.front(), {}, {}, {}};
          } else if (event.type == "Programme" && part.span.begin == event.span.begin &&
                     (part.type == "Ministry" || part.role == ParticleRole::genitive)) {
            statement = {id, "operates", event.entities.front(), {}, {}, {}};
          } else if (part.type == "Technology") {
            statement.relation = event.type == "Meeting" ? "discussed" : event.type == "Agreement" ? "concerns" : "protects";
          }
          if ((part.type == "Country" || joined) && event.type == "Agreement") statement = {id, "agreed", event.entities.front(), {}, {}, {}};
          if (statement.relation.empty() || (statement.relation == "protects" && !protects)) continue;
          if (!stated.insert(statement.subject + "\t" + statement.relation + "\t" + statement.object).second) continue;
          Evidence evidence = evidence_for(document, event.span);
          evidence.rule = "name." + statement.relation;
          evidence.bindings = "name=" + std::string(name);
          evidence.confidence = 0.85;
          statement.evidence.push_back(std::move(evidence));
          if (statement.relation == "concerns" && protects) {
            Statement protecting_too = statement;
            protecting_too.relation = "protects";
            protecting_too.evidence.front().rule = "name.protects";
            extraction.statements.push_back(std::move(protecting_too));
          }
          extraction.statements.push_back(std::move(statement));
        }
      }
    }
  }
}

// The states of a meeting take part in the others of its series.
// A meeting without states in its name is one of the states that its first sentence lists («미국과 일본, 호주 3개국은 …»).
void Pipeline::State::listed_states(const Text& text, std::map<std::string, std::vector<std::string>>& participants) const {
  std::set<std::string> met;
  for (const Sentence& sentence : text.sentences) {
    for (const Mention& meeting : sentence.mentions) {
      if (meeting.type != "Meeting" || meeting.attributive || !met.insert(meeting.entities.front()).second) continue;
      std::vector<std::string>& states = participants[meeting.entities.front()];
      for (const Mention& group : sentence.mentions) {
        if (states.empty() && group.type == "Country" && !group.attributive && group.entities.size() >= 3) {
          states = group.entities;
        }
      }
    }
  }
}

void Pipeline::State::series(const Document& document, const Text& text, Extraction& extraction,
                             std::map<std::string, std::vector<std::string>>& participants) const {
  for (const Sentence& sentence : text.sentences) {
    for (const Mention& mention : sentence.mentions) {
      const auto base = text.bases.find(mention.entities.front());
      if (base == text.bases.end() || mention.type != "Meeting" || !participants[base->first].empty()) continue;
      participants[base->first] = participants[base->second];
      for (const std::string& state : participants[base->first]) {
        Evidence evidence = evidence_for(document, sentence.span);
        evidence.rule = "series.attended";
        evidence.bindings = "meeting=" + std::string(slice(document.text(), mention.span));
        evidence.confidence = 0.75;
        extraction.statements.push_back({state, "attended", base->first, {}, {}, {std::move(evidence)}});
      }
    }
  }
}

// Rows and lines with a label tell about the meeting that the document is about.
void Pipeline::State::labelled(const Document& document, const Text& text, const std::string& main_meeting,
                               Extraction& extraction) const {
  if (main_meeting.empty()) return;
  for (const Sentence& sentence : text.sentences) {
    const std::optional<Label> label = find_label(document.text(), document.sections()[sentence.section], ontology.lexicon);
    if (!label) continue;
    for (const Mention& mention : sentence.mentions) {
      if (mention.attributive || !label->content.contains(mention.span)) continue;
      for (const std::string& id : mention.entities) {
        const bool person = mention.type == "Person";
        const bool body = mention.type == "Ministry" || mention.type == "Organization" || mention.type == "Country";
        Statement statement{id, {}, main_meeting, {}, {}, {}};
        if (label->kind == "attended" && (person || body)) {
          statement.relation = "attended";
        } else if (label->kind == "discussed" && mention.type == "Technology") {
          statement = {main_meeting, "discussed", id, {}, {}, {}};
        } else if (label->kind == "heldIn" && mention.type == "Place") {
          statement = {main_meeting, "heldIn", id, {}, {}, {}};
        }
        if (statement.relation.empty()) continue;
        Evidence evidence = evidence_for(document, sentence.span);
        evidence.rule = "label." + statement.relation;
        evidence.bindings = "content=" + std::string(slice(document.text(), mention.span));
        evidence.confidence = 0.85;
        statement.evidence.push_back(std::move(evidence));
        extraction.statements.push_back(std::move(statement));
      }
    }
  }
}

// A meeting's date is the one nearest before its name in a sentence that tells of its being held, else the first behind
// it. The day on which somebody said so is no date of the meeting.
void Pipeline::State::dates(const Document& document, const Text& text, Date reference, Extraction& extraction) const {
  const Date published = document.published().known() ? document.published() : reference;
  std::map<std::string, Entity*> entities;
  for (Entity& entity : extraction.entities) entities[entity.id] = &entity;
  const auto holds = [](std::string_view said, const std::vector<std::string>& cues) {
    return std::any_of(cues.begin(), cues.end(), [&](const std::string& cue) { return said.find(cue) != said.npos; });
  };
  std::set<std::string> dated;
  for (const Sentence& sentence : text.sentences) {
    std::vector<DateMention> found = find_dates(document.text(), sentence.span, published);
    std::erase_if(found, [&](const DateMention& d) {
      const std::string_view next = document.text().substr(d.span.end, 24);
      const std::vector<std::string>& speech = ontology.lexicon.cue("speech");
      return std::any_of(speech.begin(), speech.end(), [&](const std::string& verb) {
        const std::size_t at = next.find(verb);
        return at != next.npos && at <= 1;
      });
    });
    for (const Mention& mention : sentence.mentions) {
      if (mention.type != "Meeting" || mention.attributive) continue;
      const DateMention* best = nullptr;
      for (const DateMention& d : found) {
        if (d.span.end <= mention.span.begin || best == nullptr) best = &d;
      }
      Entity& meeting = *entities.at(mention.entities.front());
      const std::string_view rest = slice(document.text(), {mention.span.begin, sentence.span.end});
      if (!holds(slice(document.text(), sentence.span), ontology.lexicon.cue("holding"))) continue;
      const Place place = evidence_for(document, sentence.span).place;
      const bool later = best != nullptr && published.known() && best->date.iso() > published.iso();
      const bool past = best != nullptr && best->date.day != 0 && !later;
      const bool planned = later || (!past && holds(rest, ontology.lexicon.cue("planned")));
      if (best != nullptr && dated.insert(meeting.id + "\tdate").second) {
        meeting.claims.push_back({"date", best->date.iso(), place});
        if (dated.insert(meeting.id).second) {
          meeting.claims.push_back({"status", std::string(to_string(planned ? Status::planned : Status::held)), place});
        }
      }
      if (best != nullptr || !dated.insert(meeting.id).second) continue;
      meeting.claims.push_back({"status", std::string(to_string(planned ? Status::planned : Status::held)), place});
    }
  }
}

void Pipeline::State::employment(const Document& document, const Text& text, Extraction& extraction) const {
  std::map<std::string, std::string> types;
  for (const Entity& entity : extraction.entities) types[entity.id] = entity.type;
  std::set<std::string> stated;
  std::vector<Mention> implied;
  for (const Sentence& sentence : text.sentences) {
    for (const Mention& mention : sentence.mentions) {
      if (mention.type != "Person" || !stated.insert(mention.entities.front()).second) continue;
      const auto person = std::find_if(text.people.begin(), text.people.end(), [&](const PersonInText& p) {
        return p.id == mention.entities.front();
      });
      if (person == text.people.end() || person->employer.empty()) continue;
      if (types.count(person->employer) == 0) {
        Entity employer = entity_for(document, mention, person->employer);
        if (employer.type == "Person") continue;
        const Evidence at = evidence_for(document, mention.span);
        employer.mentions.push_back({at.place, at.quote, "named by the post " + person->post});
        Mention named = mention;
        named.type = employer.type;
        named.entities = {employer.id};
        named.reason = "named by the post " + person->post;
        implied.push_back(std::move(named));
        types[employer.id] = employer.type;
        extraction.entities.push_back(std::move(employer));
      }
      if (!ontology.schema.allows("Person", "worksFor", types[person->employer])) continue;
      Evidence evidence = evidence_for(document, sentence.span);
      evidence.rule = "people.worksFor";
      evidence.bindings = "who=" + person->name + "; post=" + person->post;
      evidence.confidence = 0.9;
      Statement statement{person->id, "worksFor", person->employer, {person->post}, {}, {}};
      statement.evidence.push_back(std::move(evidence));
      extraction.statements.push_back(std::move(statement));
    }
  }
  Sentence named_by_posts;
  named_by_posts.mentions = std::move(implied);
  std::set<std::string> parts;
  state_membership(document, named_by_posts, extraction, parts);
}

Pipeline::State::Text Pipeline::State::read(const Document& document) const {
  const std::string_view text = document.text();
  std::vector<Sentence> sentences;
  std::vector<std::string> states;
  for (std::size_t section_index = 0; section_index < document.sections().size(); ++section_index) {
    const Section& section = document.sections()[section_index];
    if (!is_article(section)) continue;
    for (const Span span : split_sentences(text, section.span)) {
      Sentence sentence{span, gazetteer.find(text, span), {}, {}, section_index};
      for (Mention& compound : find_country_compounds(text, span, ontology.lexicon, particles)) {
        const bool taken = std::any_of(sentence.mentions.begin(), sentence.mentions.end(),
                                       [&](const Mention& m) { return m.span.overlaps(compound.span); });
        if (!taken) sentence.mentions.push_back(std::move(compound));
      }
      by_place(sentence.mentions);
      for (const Mention& mention : sentence.mentions) {
        if (mention.type != "Country") continue;
        for (const std::string& id : mention.entities) {
          if (std::find(states.begin(), states.end(), id) == states.end()) states.push_back(id);
        }
      }
      sentences.push_back(std::move(sentence));
    }
  }
  PeopleFinder people(ontology, particles, posts, bodies, tagger ? &*tagger : nullptr);
  Coreference coreference(ontology, particles, kHomeState);
  coreference.set_document_states(states);
  EventResolver events(ontology.lexicon, document.name());
  std::size_t last_section = 0;
  std::vector<std::string> topic;
  for (Sentence& sentence : sentences) {
    if (sentence.section != last_section) {
      coreference.begin_section(document.sections()[sentence.section].kind == SectionKind::heading);
      last_section = sentence.section;
    }
    const std::string focus_before = coreference.focus();
    resolve_candidates(text, ontology, states, kHomeState, sentence.mentions);
    find_unlisted_bodies(text, sentence.span, ontology, particles, kHomeState, sentence.mentions);
    people.find(text, sentence.span, kHomeState, sentence.mentions);
    add_events(document, sentence);
    events.resolve(text, sentence.mentions);
    coreference.resolve(text, sentence.span, sentence.mentions);
    // A meeting that only a later clause names is not what the sentence is about.
    const Span first_clause = frames.clauses(text, sentence.span).front();
    const bool early = std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const Mention& m) {
      return m.type == "Meeting" && !m.attributive && first_clause.contains(m.span);
    });
    sentence.focus = early || focus_before.empty() ? coreference.focus() : focus_before;
    sentence.topic = topic;
    for (const Mention& mention : sentence.mentions) {
      const bool actor = mention.type == "Ministry" || mention.type == "Country" || mention.type == "Organization";
      if (actor && !mention.attributive && mention.role == ParticleRole::topic) {
        topic = mention.entities;
        break;
      }
    }
  }
  const std::map<std::string, std::string> ids = events.final_ids();
  const auto finish = [&](std::string& id) {
    if (const auto it = ids.find(id); it != ids.end()) id = it->second;
  };
  for (Sentence& sentence : sentences) {
    for (Mention& mention : sentence.mentions) std::for_each(mention.entities.begin(), mention.entities.end(), finish);
    finish(sentence.focus);
  }
  Text out{std::move(sentences), people.people(), {}, events.bases()};
  for (const auto& [provisional, id] : ids) {
    std::vector<std::string>& names = out.event_names[id];
    for (std::string& name : events.names_of(provisional)) names.push_back(std::move(name));
  }
  return out;
}

Entity Pipeline::State::entity_for(const Document& document, const Mention& mention, const std::string& id) const {
  Entity entity;
  entity.id = id;
  entity.type = mention.type;
  entity.name = slice(document.text(), mention.span);
  if (const GazetteerEntry* entry = ontology.find(id)) {
    entity.type = entry->type;
    entity.name = entry->ko;
    entity.name_en = entry->en;
    entity.name_ja = entry->ja;
    entity.wikidata = entry->wikidata;
    entity.aliases = entry->aliases;
  }
  return entity;
}

Evidence Pipeline::State::evidence_for(const Document& document, Span span) const {
  const Span place = document.source_place(span);
  Evidence evidence;
  evidence.place = {document.name(), place.begin, place.end};
  evidence.quote = slice(document.text(), span);
  return evidence;
}

void Pipeline::State::state_membership(const Document& document, const Sentence& sentence, Extraction& extraction,
                                       std::set<std::string>& stated) const {
  for (const Mention& mention : sentence.mentions) {
    if (mention.type != "Ministry" && mention.type != "Organization") continue;
    const GazetteerEntry* entry = ontology.find(mention.entities.front());
    const std::string whole = !mention.state.empty()                          ? mention.state
                              : entry != nullptr && !entry->parents.empty() ? entry->parents.front()
                                                                              : std::string();
    const std::string& part = mention.entities.front();
    if (whole.empty() || !stated.insert(part).second) continue;
    const GazetteerEntry* parent = ontology.find(whole);
    if (!ontology.schema.allows(mention.type, "partOf", parent->type)) continue;
    const bool known = std::any_of(extraction.entities.begin(), extraction.entities.end(),
                                   [&](const Entity& e) { return e.id == parent->id; });
    if (!known) {
      Mention implied = mention;
      implied.type = parent->type;
      Entity state = entity_for(document, implied, parent->id);
      const Evidence at = evidence_for(document, mention.span);
      state.mentions.push_back({at.place, at.quote, "state of " + at.quote});
      extraction.entities.push_back(std::move(state));
    }
    Evidence evidence = evidence_for(document, mention.span);
    evidence.rule = "gazetteer.partOf";
    evidence.bindings = "part=" + evidence.quote + "; whole=" + parent->ko + " (" + mention.reason + ")";
    evidence.confidence = 0.95;
    Statement statement{part, "partOf", parent->id, {}, {}, {}};
    statement.evidence.push_back(std::move(evidence));
    extraction.statements.push_back(std::move(statement));
  }
}

Pipeline::Pipeline(const Ontology& ontology, PipelineOptions options)
    : options_(options), state_(std::make_unique<State>(ontology, options.use_model)) {}
Pipeline::~Pipeline() = default;

Extraction Pipeline::run(const Document& document) const {
  Extraction extraction;
  extraction.document = document.name();
  const State::Text text = state_->read(document);
  const std::vector<State::Sentence>& sentences = text.sentences;
  std::map<std::string, std::size_t> index;
  for (const State::Sentence& sentence : sentences) {
    for (const Mention& mention : sentence.mentions) {
      const Evidence at = state_->evidence_for(document, mention.span);
      for (const std::string& id : mention.entities) {
        const auto [it, fresh] = index.emplace(id, extraction.entities.size());
        if (fresh) {
          extraction.entities.push_back(state_->entity_for(document, mention, id));
          if (const auto names = text.event_names.find(id); names != text.event_names.end()) {
            Entity& entity = extraction.entities.back();
            entity.name = names->second.front();
            entity.aliases.assign(names->second.begin() + 1, names->second.end());
          }
        }
        extraction.entities[it->second].mentions.push_back({at.place, at.quote, mention.reason});
      }
    }
  }
  std::map<std::string, std::vector<std::string>> participants;
  state_->meetings(document, text, extraction, participants);
  std::map<std::string, std::set<std::string>> programme_fields;
  for (const State::Sentence& sentence : sentences) {
    for (const Mention& event : sentence.mentions) {
      for (const Mention& part : sentence.mentions) {
        if (event.type != "Programme" || part.type != "Technology" || !event.span.contains(part.span)) continue;
        programme_fields[event.entities.front()].insert(part.entities.begin(), part.entities.end());
      }
    }
  }
  state_->listed_states(text, participants);
  state_->series(document, text, extraction, participants);
  state_->employment(document, text, extraction);
  const auto first_focus = std::find_if(sentences.begin(), sentences.end(),
                                        [](const State::Sentence& s) { return !s.focus.empty(); });
  state_->labelled(document, text, first_focus == sentences.end() ? std::string() : first_focus->focus, extraction);
  state_->dates(document, text, options_.reference_date, extraction);
  std::set<std::string> stated;
  for (const State::Sentence& sentence : sentences) {
    state_->state_membership(document, sentence, extraction, stated);
    for (const FrameMatch& match : state_->frames.match(
             document.text(), sentence.span, sentence.mentions, {sentence.focus, participants[sentence.focus], sentence.topic})) {
      const auto type_of = [&](const std::string& id) { return extraction.entities[index.at(id)].type; };
      if (!state_->ontology.schema.allows(type_of(match.subject), match.relation, type_of(match.object))) continue;
      Evidence evidence = state_->evidence_for(document, sentence.span);
      evidence.rule = match.rule->id;
      evidence.bindings = match.bindings;
      evidence.status = match.status;
      evidence.confidence = match.rule->confidence;
      Statement statement{match.subject, match.relation, match.object, {}, {}, {}};
      statement.evidence.push_back(std::move(evidence));
      extraction.statements.push_back(std::move(statement));
    }
  }
  std::map<std::string, std::string> state_of;
  for (const PersonInText& person : text.people) {
    const GazetteerEntry* employer = state_->ontology.find(person.employer);
    if (employer == nullptr) continue;
    state_of[person.id] = employer->type == "Country"        ? employer->id
                          : employer->parents.empty() ? std::string()
                                                             : employer->parents.front();
    if (index.count(state_of[person.id]) == 0) state_of.erase(person.id);
  }
  close_over(extraction, state_of, state_->ontology.lexicon.cue("cooperating_name"),
             programme_fields);
  return extraction;
}

std::vector<NamedSpan> Pipeline::mentions(const Document& document) const {
  std::vector<NamedSpan> out;
  for (const State::Sentence& sentence : state_->read(document).sentences) {
    for (const Mention& mention : sentence.mentions) {
      const Span place = document.source_place(mention.span);
      for (const std::string& id : mention.entities) {
        out.push_back({place.begin, place.end, mention.type, std::string(slice(document.text(), mention.span)), id});
      }
    }
  }
  return out;
}

}  // namespace samgak
