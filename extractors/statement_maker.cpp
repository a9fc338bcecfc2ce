#include "extractors/statement_maker.hpp"

#include <algorithm>
#include <tuple>

#include "extractors/bodies_over_states.hpp"
#include "extractors/closure.hpp"
#include "extractors/entity_names.hpp"
#include "extractors/event_times.hpp"
#include "extractors/forms.hpp"
#include "text/utf8.hpp"

namespace samgak {
namespace {

constexpr std::size_t kSmallestList = 3;  // states that a sentence lists as those who meet
constexpr std::uint32_t kWidestGap = 8;   // bytes between two names of one list

bool is_event(const Mention& mention) {
  return mention.type == "Meeting" || mention.type == "Agreement" || mention.type == "Programme";
}

}  // namespace

StatementMaker::StatementMaker(const Ontology& ontology, const FrameMatcher& frames,
                               const Document& document, const AnalyzedText& text)
    : ontology_(ontology), frames_(frames), document_(document), text_(text) {
  extraction_.document = document.name();
  predicates_.reserve(text.sentences.size());
  for (const AnalyzedSentence& sentence : text.sentences)
    predicates_.emplace_back(document.text(), sentence.span, ontology.lexicon);
}

Extraction StatementMaker::make(Date reference) && {
  add_entities();
  read_names();
  read_listed_states();
  read_series();
  read_employment();
  read_labels();
  read_dates(document_.published().known() ? document_.published() : reference);
  for (const AnalyzedSentence& sentence : text_.sentences) read_membership(sentence.mentions);
  read_frames();
  close();
  follow_meetings(extraction_);
  return std::move(extraction_);
}

Statement& StatementMaker::state(EntityId subject, std::string_view relation, EntityId object,
                                 Span span, std::string rule, std::string bindings,
                                 double confidence) {
  Statement& statement = extraction_.statements.emplace_back();
  statement.subject = text_.entities.text(subject);
  statement.relation = relation;
  statement.object = text_.entities.text(object);
  Evidence& evidence = statement.evidence.emplace_back();
  evidence.place = place_of(span);
  evidence.quote = slice(document_.text(), span);
  evidence.rule = std::move(rule);
  evidence.bindings = std::move(bindings);
  evidence.confidence = confidence;
  return statement;
}

Place StatementMaker::place_of(Span span) {
  // Statements come sentence by sentence.
  if (span != last_span_) last_place_ = document_.source_place(span);
  last_span_ = span;
  return {document_.name(), last_place_.begin, last_place_.end};
}

/// An entity that the words name without saying its name: the state of a body, the body of a post.
void StatementMaker::add_implied(const Mention& mention, EntityId id, const std::string& reason) {
  const auto [it, fresh] = index_.emplace(id, extraction_.entities.size());
  if (!fresh) return;
  Entity& entity = extraction_.entities.emplace_back(
      entity_for(mention, id, document_.text(), ontology_.schema, text_.entities));
  entity.mentions.push_back(
      {place_of(mention.span), std::string(slice(document_.text(), mention.span)), reason});
}

void StatementMaker::add_entities() {
  for (const AnalyzedSentence& sentence : text_.sentences) {
    for (const Mention& mention : sentence.mentions) {
      const Span place = document_.source_place(mention.span);
      const std::string_view surface = slice(document_.text(), mention.span);
      for (const EntityId id : mention.entities) {
        const auto [it, fresh] = index_.emplace(id, extraction_.entities.size());
        if (fresh) {
          extraction_.entities.push_back(
              entity_for(mention, id, document_.text(), ontology_.schema, text_.entities));
          if (const auto names = text_.event_names.find(id); names != text_.event_names.end()) {
            Entity& entity = extraction_.entities.back();
            entity.name = names->second.front();
            entity.aliases.assign(names->second.begin() + 1, names->second.end());
          }
        }
        if (names_it(mention)) add_name(surface, extraction_.entities[it->second]);
        extraction_.entities[it->second].mentions.push_back(
            {{document_.name(), place.begin, place.end},
             std::string(surface),
             mention.reason.text()});
      }
    }
  }
}

// The states in a meeting's name attend it and those in an agreement's name made it; a technology
// in the name of a meeting or an agreement is what it is about; a body at the beginning of a
// programme's name runs it.
void StatementMaker::read_names() {
  std::set<std::tuple<EntityId, std::string_view, EntityId>> stated;
  const auto once = [&](EntityId subject, std::string_view relation, EntityId object,
                        const Mention& event) {
    if (!stated.emplace(subject, relation, object).second) return;
    state(subject, relation, object, event.span, std::string("name.").append(relation),
          "name=" + std::string(slice(document_.text(), event.span)), 0.85);
  };
  const auto read_part = [&](const Mention& event, const Mention& part, bool paired) {
    const EntityId whole = event.entities.front();
    const bool protects =
        holds_any(slice(document_.text(), event.span), ontology_.lexicon.cue("protecting_name"));
    // «한-EU 대화», «지식재산처·경찰청 간담회»
    const bool first = part.span.begin == event.span.begin;
    const char32_t mark = first ? decode(document_.text(), part.span.end).value
                                : decode_before(document_.text(), part.span.begin).value;
    const bool joined = (part.type == "Organization" || part.type == "Ministry") &&
                        (is_hyphen(mark) || is_middle_dot(mark));
    for (const EntityId id : part.entities) {
      if (part.type == "Ministry" && joined && event.type == "Meeting") {
        once(id, "attended", whole, event);
      } else if ((part.type == "Country" || joined) && event.type == "Meeting") {
        EntityIds& states = participants_[whole];
        if (std::find(states.begin(), states.end(), id) == states.end()) states.push_back(id);
        once(id, "attended", whole, event);
      } else if ((part.type == "Country" || joined) && event.type == "Agreement" && paired) {
        once(id, "agreed", whole, event);
      } else if (event.type == "Programme" && part.span.begin == event.span.begin &&
                 (part.type == "Ministry" || part.role == ParticleRole::genitive)) {
        once(id, "operates", whole, event);
      } else if (part.type == "Technology") {
        if (event.type == "Meeting") once(whole, "discussed", id, event);
        if (event.type == "Agreement") once(whole, "concerns", id, event);
        if (event.type != "Meeting" && protects) once(whole, "protects", id, event);
      }
    }
  };
  for (const AnalyzedSentence& sentence : text_.sentences) {
    for (const Mention& event : sentence.mentions) {
      if (!is_event(event)) continue;
      // «싱가포르 행동계획» bears the place where it was made, not its party.
      std::size_t sides = 0;
      for (const Mention& part : sentence.mentions) {
        if (event.span.contains(part.span) &&
            (part.type == "Country" || part.type == "Organization"))
          sides += part.entities.size();
      }
      for (const Mention& part : sentence.mentions) {
        if (event.span.contains(part.span) && &part != &event) read_part(event, part, sides > 1);
        // «양국 정상회담»
        if (event.type == "Meeting" && part.type == "Country" && part.entities.size() > 1 &&
            part.span.end + 1 == event.span.begin && part.role == ParticleRole::none)
          read_part(event, part, true);
        // «서울 한·네덜란드 경제안보대화»
        const bool before =
            part.span.end + 1 == event.extent.begin || part.span.begin == event.span.begin;
        if (event.type == "Meeting" && part.type == "Place" && before) {
          once(event.entities.front(), "heldIn", part.entities.front(), event);
        }
      }
    }
  }
}

// A meeting without states in its name is one of the states that its first sentence lists («미국과
// 일본, 호주 3개국은 …»).
void StatementMaker::read_listed_states() {
  std::set<EntityId> met;
  for (const AnalyzedSentence& sentence : text_.sentences) {
    for (const Mention& meeting : sentence.mentions) {
      if (meeting.type != "Meeting" || meeting.attributive ||
          !met.insert(meeting.entities.front()).second)
        continue;
      EntityIds& states = participants_[meeting.entities.front()];
      if (!states.empty()) continue;
      EntityIds list;
      std::uint32_t last_end = 0;
      for (const Mention& state : sentence.mentions) {
        if (state.type != "Country" || state.attributive) continue;
        if (state.span.begin > last_end + kWidestGap) {
          if (list.size() >= kSmallestList) break;
          list.clear();
        }
        list.append(state.entities.begin(), state.entities.end());
        last_end = state.span.end;
      }
      if (list.size() < kSmallestList) continue;
      for (const EntityId id : list) {
        state(id, "attended", meeting.entities.front(), sentence.span, "list.attended",
              "meeting=" + std::string(slice(document_.text(), meeting.span)), 0.75);
      }
      states = std::move(list);
    }
  }
}

// The states of a meeting take part in the others of its series.
void StatementMaker::read_series() {
  for (const AnalyzedSentence& sentence : text_.sentences) {
    for (const Mention& mention : sentence.mentions) {
      const auto base = text_.bases.find(mention.entities.front());
      if (base == text_.bases.end() || mention.type != "Meeting" ||
          !participants_[base->first].empty())
        continue;
      participants_[base->first] = participants_[base->second];
      for (const EntityId id : participants_[base->first]) {
        state(id, "attended", base->first, sentence.span, "series.attended",
              "meeting=" + std::string(slice(document_.text(), mention.span)), 0.75);
      }
    }
  }
}

// Rows and lines with a label tell about the meeting that the document is about.
void StatementMaker::read_labels() {
  const auto first = std::find_if(text_.sentences.begin(), text_.sentences.end(),
                                  [](const AnalyzedSentence& s) { return !s.focus.empty(); });
  if (first == text_.sentences.end()) return;
  const EntityId meeting = first->focus;
  LabelReader reader(document_, ontology_.lexicon);
  for (const AnalyzedSentence& sentence : text_.sentences) {
    for (const Label& label : reader.labels_of(sentence.section)) {
      for (const Mention& mention : sentence.mentions) {
        if (mention.attributive || !label.content.contains(mention.span)) continue;
        read_labelled(label, mention, meeting, sentence.span);
      }
    }
  }
}

void StatementMaker::read_labelled(const Label& label, const Mention& mention, EntityId meeting,
                                   Span sentence) {
  const bool actor = mention.type == "Person" || mention.type == "Ministry" ||
                     mention.type == "Organization" || mention.type == "Country";
  const bool chairs = label.kind == "chaired" && mention.type == "Person";
  const bool attends = (label.kind == "attended" && actor) || chairs;
  const bool about = (label.kind == "discussed" && mention.type == "Technology") ||
                     (label.kind == "heldIn" && mention.type == "Place");
  if (!attends && !about) return;
  for (const EntityId id : mention.entities) {
    if (chairs)
      state(id, "attended", meeting, sentence, "label.chaired",
            "content=" + std::string(slice(document_.text(), mention.span)), 0.85);
    state(attends ? id : meeting, label.kind, attends ? meeting : id, sentence,
          "label." + label.kind, "content=" + std::string(slice(document_.text(), mention.span)),
          0.85);
  }
}

void StatementMaker::read_dates(Date published) {
  for (const TimeClaim& claim :
       read_event_times(ontology_.lexicon, document_, text_, published, predicates_)) {
    const auto event = index_.find(claim.event);
    if (event == index_.end()) continue;
    extraction_.entities[event->second].claims.push_back(
        {claim.key, claim.value, place_of(claim.span)});
  }
}

void StatementMaker::read_employment() {
  std::map<EntityId, const PersonInText*> people;
  for (const PersonInText& person : text_.people) people.emplace(person.id, &person);
  std::set<EntityId> stated;
  std::vector<Mention> named;
  for (const AnalyzedSentence& sentence : text_.sentences) {
    for (const Mention& mention : sentence.mentions) {
      const auto person = people.find(mention.entities.front());
      if (mention.type != "Person" || person == people.end() || person->second->employer.empty())
        continue;
      if (!stated.insert(person->first).second) continue;
      const EntityId employer = person->second->employer;
      const GazetteerEntry* entry = text_.entities.entry(employer);
      if (entry != nullptr && index_.count(employer) == 0) {
        Mention post = mention;
        post.type = entry->kind;
        post.entities = {employer};
        post.reason = {"named by the post ", person->second->post};
        add_implied(post, employer, post.reason.text());
        named.push_back(std::move(post));
      }
      const auto known = index_.find(employer);
      if (known == index_.end() ||
          !ontology_.schema.allows("Person", "worksFor",
                                   extraction_.entities[known->second].type)) {
        continue;
      }
      const std::string post(person->second->post);
      Statement& works =
          state(person->first, "worksFor", employer, sentence.span, "people.worksFor",
                "who=" + std::string(person->second->name) + "; post=" + post, 0.9);
      works.roles = {post};
    }
  }
  read_membership(named);
}

void StatementMaker::read_membership(const std::vector<Mention>& mentions) {
  for (const Mention& mention : mentions) {
    if (mention.type != "Ministry" && mention.type != "Organization") continue;
    const EntityId part = mention.entities.front();
    const GazetteerEntry* parent = text_.entities.parent(part);
    if (parent == nullptr) parent = text_.entities.entry(mention.state);
    if (parent == nullptr || !members_.insert(part).second) continue;
    // What is part of an international body has no state.
    if (parent->kind != "Country") continue;
    const EntityId whole = text_.entities.of(*parent);
    Mention implied = mention;
    implied.type = parent->kind;
    const std::string words(slice(document_.text(), mention.span));
    add_implied(implied, whole, "state of " + words);
    state(part, "partOf", whole, mention.span, "gazetteer.partOf",
          "part=" + words + "; whole=" + parent->ko + " (" + mention.reason.text() + ")", 0.95);
  }
}

void StatementMaker::read_frames() {
  std::vector<std::size_t> of_participants;  // places of statements
  const auto type_of = [&](EntityId id) -> const std::string& {
    return extraction_.entities[index_.at(id)].type;
  };
  for (std::size_t i = 0; i < text_.sentences.size(); ++i) {
    const AnalyzedSentence& sentence = text_.sentences[i];
    const FrameContext context{text_.entities, sentence.focus, participants_[sentence.focus],
                               sentence.topic, sentence.paper};
    for (FrameMatch& match :
         frames_.match(document_.text(), sentence.span, sentence.forms, sentence.clauses,
                       sentence.mentions, context, predicates_[i])) {
      if (!ontology_.schema.allows(type_of(match.subject), match.relation, type_of(match.object)))
        continue;
      state(match.subject, match.relation, match.object, sentence.span, match.rule->id,
            std::move(match.bindings), match.rule->confidence)
          .evidence.front()
          .status = match.status;
      if (match.of_participants) of_participants.push_back(extraction_.statements.size() - 1);
    }
  }
  prefer_bodies(extraction_, of_participants);
}

void StatementMaker::close() {
  std::map<std::string, std::set<std::string>> programme_fields;
  for (const AnalyzedSentence& sentence : text_.sentences) {
    for (const Mention& event : sentence.mentions) {
      for (const Mention& part : sentence.mentions) {
        if (event.type != "Programme" || part.type != "Technology" ||
            !event.span.contains(part.span))
          continue;
        std::set<std::string>& fields = programme_fields[id_of(event.entities.front())];
        for (const EntityId id : part.entities) fields.insert(id_of(id));
      }
    }
  }
  std::map<std::string, std::string> state_of;
  for (const PersonInText& person : text_.people) {
    const GazetteerEntry* employer = text_.entities.entry(person.employer);
    if (employer == nullptr) continue;
    const GazetteerEntry* state = employer->kind == "Country" ? employer : employer->parent;
    if (state != nullptr && index_.count(text_.entities.of(*state)) > 0)
      state_of[id_of(person.id)] = state->id;
  }
  close_over(extraction_, state_of, ontology_.lexicon.cue("cooperating_name"), programme_fields);
}

}  // namespace samgak
