#include "extractors/text_analyzer.hpp"

#include <algorithm>
#include <iterator>

#include "extractors/abbreviations.hpp"
#include "extractors/agreement_names.hpp"
#include "extractors/bilateral_meetings.hpp"
#include "extractors/clauses.hpp"
#include "extractors/coreference.hpp"
#include "extractors/countries.hpp"
#include "extractors/english_bodies.hpp"
#include "extractors/english_events.hpp"
#include "extractors/english_people.hpp"
#include "extractors/event_names.hpp"
#include "extractors/event_resolver.hpp"
#include "extractors/event_words.hpp"
#include "extractors/forms.hpp"
#include "extractors/ministries.hpp"
#include "extractors/organizations.hpp"
#include "extractors/unlisted_bodies.hpp"
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

/// `states`, those that `sentences` name most often first.
std::vector<EntityId> by_frequency(std::vector<EntityId> states,
                                   const std::vector<AnalyzedSentence>& sentences) {
  std::map<EntityId, int> count;
  for (const AnalyzedSentence& sentence : sentences) {
    for (const Mention& mention : sentence.mentions) {
      if (mention.type != "Country") continue;
      for (const EntityId id : mention.entities) ++count[id];
    }
  }
  std::stable_sort(states.begin(), states.end(),
                   [&](EntityId a, EntityId b) { return count[a] > count[b]; });
  return states;
}

}  // namespace

TextAnalyzer::TextAnalyzer(const Ontology& ontology, bool use_model)
    : ontology_(ontology),
      particles_(ontology.lexicon),
      gazetteer_(ontology, particles_),
      bodies_(ontology),
      home_(DocumentEntities(ontology).of(kHomeState)),
      posts_(ontology.lexicon),
      kinds_(ontology.lexicon, forms_),
      frames_(ontology, forms_) {
  forms_.settle();
  if (use_model && !ontology.tagger_model.empty()) tagger_.emplace(ontology.tagger_model);
}

// A name that begins inside another or repeats one is left out; a name may hold smaller names
// («한미일 …», «반도체 …»).
void TextAnalyzer::add_events(std::string_view text, SignedPlans& plans, bool english,
                              FoundForms type_words, AnalyzedSentence& sentence,
                              DocumentEntities& entities) const {
  if (english) {
    std::vector<Mention> events =
        find_english_events(text, sentence.span, sentence.mentions, ontology_.lexicon);
    std::move(events.begin(), events.end(), std::back_inserter(sentence.mentions));
    by_place(sentence.mentions);
    return;
  }
  std::vector<Mention> events =
      find_quoted_names(text, sentence.span, ontology_.lexicon, particles_);
  const auto add = [&](std::vector<Mention> more) {
    for (Mention& mention : more) {
      const bool taken = std::any_of(events.begin(), events.end(), [&](const Mention& m) {
        return m.span.overlaps(mention.span);
      });
      // A venue that the gazetteer knows, or that is part of a longer known name, is there already.
      const bool known_venue =
          mention.type == "Place" &&
          std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const Mention& m) {
            return m.span.overlaps(mention.span) &&
                   (m.type == "Place" || m.span.contains(mention.span));
          });
      if (taken || known_venue) continue;
      if (mention.type == "Place")
        mention.entities = {entities.of("place/" + name_key(slice(text, mention.span)))};
      events.push_back(std::move(mention));
    }
  };
  add(find_anchored_names(text, sentence.span, sentence.mentions, ontology_.lexicon, particles_));
  add(find_headed_names(text, sentence.span, type_words, sentence.mentions, ontology_.lexicon,
                        particles_));
  add(find_plain_agreements(text, sentence.span, type_words, sentence.mentions, ontology_.lexicon,
                            particles_));
  for (Mention& event : events) {
    if (event.type == "Programme" && plans.hold(without_gloss(slice(text, event.span))))
      event.type = "Agreement";
  }
  std::move(events.begin(), events.end(), std::back_inserter(sentence.mentions));
  by_place(sentence.mentions);
}

// Sentences with the names of the gazetteer and the compounds of states; `states` are those of the
// text.
std::vector<AnalyzedSentence> TextAnalyzer::known_names(const Document& document,
                                                        std::vector<EntityId>& states,
                                                        DocumentEntities& entities) const {
  const std::string_view text = document.text();
  std::vector<AnalyzedSentence> sentences;
  for (std::size_t section_index = 0; section_index < document.sections().size(); ++section_index) {
    const Section& section = document.sections()[section_index];
    if (!is_article(section)) continue;
    for (const Span span : split_sentences(text, section.span)) {
      AnalyzedSentence sentence{span, gazetteer_.find(text, span), {}, {}, {}, section_index};
      read_city_states(text, ontology_.lexicon, entities, sentence.mentions);
      for (Mention& compound : find_country_compounds(text, span, sentence.mentions,
                                                      ontology_.lexicon, particles_, entities)) {
        const bool taken =
            std::any_of(sentence.mentions.begin(), sentence.mentions.end(),
                        [&](const Mention& m) { return m.span.overlaps(compound.span); });
        if (!taken) sentence.mentions.push_back(std::move(compound));
      }
      by_place(sentence.mentions);
      for (const Mention& mention : sentence.mentions) {
        if (mention.type != "Country") continue;
        for (const EntityId id : mention.entities) {
          if (std::find(states.begin(), states.end(), id) == states.end()) states.push_back(id);
        }
      }
      sentences.push_back(std::move(sentence));
    }
  }
  return sentences;
}

// «성명에 따르면 …» tells what a paper says, and so does the sentence behind it that begins with
// «또» or «아울러». «… 이 골자다», «서명은 …» tell of the paper named last.
EntityId TextAnalyzer::paper_after(std::string_view text, const AnalyzedSentence& sentence,
                                   EntityId before, EntityId named) const {
  for (const Mention& mention : sentence.mentions) {
    if (mention.type != "Agreement" || mention.attributive) continue;
    const bool tells = mention.role == ParticleRole::goal || mention.role == ParticleRole::at ||
                       mention.role == ParticleRole::topic;
    return tells ? mention.entities.front() : EntityId();
  }
  const std::string_view said = slice(text, sentence.span);
  if (starts_with_any(said, ontology_.lexicon.cue("of_last_paper")) ||
      holds_any(said, ontology_.lexicon.cue("tells_contents")))
    return named;
  const bool goes_on = starts_with_any(said, ontology_.lexicon.cue("goes_on"));
  return goes_on ? before : EntityId();
}

std::unique_ptr<const AnalyzedText> TextAnalyzer::analyze(const Document& document) const {
  const std::string_view text = document.text();
  auto analyzed = std::make_unique<AnalyzedText>(ontology_, document.name());
  DocumentEntities& entities = analyzed->entities;
  EventResolver& events = analyzed->events;
  std::vector<EntityId> states;
  std::vector<AnalyzedSentence>& sentences = analyzed->sentences;
  sentences = known_names(document, states, entities);
  PeopleFinder people(ontology_, particles_, posts_, bodies_, tagger_ ? &*tagger_ : nullptr, home_,
                      entities);
  EnglishPeople english_people(ontology_, bodies_, home_, entities);
  const Affiliations affiliations(entities, people);
  Coreference coreference(ontology_, kinds_, particles_, affiliations, home_, entities);
  coreference.set_document_states(by_frequency(states, sentences));
  Abbreviations abbreviations(ontology_, particles_, states, entities);
  SignedPlans plans(text, ontology_.lexicon);
  std::size_t last_section = document.sections().size();
  EntityIds topic;
  EntityId paper;
  EntityId last_paper;
  EntityId listed_paper;
  for (AnalyzedSentence& sentence : sentences) {
    const bool same_section = sentence.section == last_section;
    if (!same_section) {
      coreference.begin_section(document.sections()[sentence.section]);
      last_section = sentence.section;
    }
    sentence.forms = forms_.find(text, sentence.span);
    const FoundForms type_words = sentence.forms.of(kinds_.type_words);
    coreference.look_back(slice(text, sentence.span));
    const EntityId focus_before = coreference.focus();
    resolve_candidates(text, ontology_, bodies_, states, home_, entities, sentence.mentions);
    const bool english = is_english(slice(text, sentence.span));
    sentence.english = english;
    abbreviations.find(text, sentence.span, sentence.mentions);
    if (english)
      find_english_bodies(text, sentence.span, ontology_, bodies_, entities, sentence.mentions);
    find_unlisted_bodies(text, sentence.span, ontology_, bodies_, particles_, home_, entities,
                         sentence.mentions);
    find_unlisted_companies(text, sentence.span, sentence.forms.of(kinds_.company_kinds), ontology_,
                            particles_, home_, entities, sentence.mentions);
    abbreviations.learn(text, sentence.span, sentence.mentions);
    sentence.clauses = split_clauses(text, sentence.span, english, ontology_.lexicon);
    if (english) {
      english_people.find(text, sentence.span, sentence.mentions);
    } else {
      people.find(text, sentence.span, sentence.mentions);
    }
    add_events(text, plans, english, type_words, sentence, entities);
    if (!english) {
      for (UnnamedMeeting& talks : find_unnamed_meetings(
               text, sentence.span, sentence.forms.of(kinds_.bilateral_talks), sentence.mentions,
               ontology_, affiliations, entities, particles_)) {
        events.call(talks.mention.span, std::move(talks.name));
        // A mention by the noun alone gives way to the one that is called after its sides.
        std::erase_if(sentence.mentions,
                      [&](const Mention& m) { return m.span == talks.mention.span; });
        sentence.mentions.push_back(std::move(talks.mention));
      }
      by_place(sentence.mentions);
    }
    const SectionKind kind = document.sections()[sentence.section].kind;
    const bool headline = kind == SectionKind::title || kind == SectionKind::excerpt;
    events.resolve(text, headline, sentence.mentions);
    coreference.resolve(text, sentence.span, sentence.forms, sentence.mentions);
    if (english) set_english_roles(text, sentence.span, ontology_.lexicon, sentence.mentions);
    // A meeting that only a later clause names is not what the sentence is about.
    const Span first_clause = sentence.clauses.front();
    const bool early =
        std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const Mention& m) {
          return m.type == "Meeting" && !m.attributive && first_clause.contains(m.span);
        });
    sentence.focus = early || focus_before.empty() ? coreference.focus() : focus_before;
    sentence.topic = topic;
    if (!same_section) {
      // «선언의 주요 내용은 다음과 같다»: the points behind it tell of the paper.
      paper = last_paper = kind == SectionKind::list_item ? listed_paper : EntityId();
      if (kind != SectionKind::list_item) listed_paper = {};
    }
    paper = listed_paper.empty() ? paper_after(text, sentence, paper, last_paper) : listed_paper;
    sentence.paper = paper;
    for (const Mention& mention : sentence.mentions) {
      if (mention.type == "Agreement" && !mention.attributive)
        last_paper = mention.entities.front();
    }
    if (holds_any(slice(text, sentence.span), ontology_.lexicon.cue("as_follows")))
      listed_paper = last_paper;
    for (const Mention& mention : sentence.mentions) {
      const bool actor =
          mention.type == "Ministry" || mention.type == "Country" || mention.type == "Organization";
      if (actor && !mention.attributive && mention.role == ParticleRole::topic) {
        topic = mention.entities;
        break;
      }
    }
  }
  const std::vector<EntityId> ids = events.final_ids(entities);
  const auto finish = [&](EntityId& id) {
    if (id.is_provisional()) id = ids[id.event()];
  };
  for (AnalyzedSentence& sentence : sentences) {
    for (Mention& mention : sentence.mentions)
      std::for_each(mention.entities.begin(), mention.entities.end(), finish);
    finish(sentence.focus);
    finish(sentence.paper);
  }
  analyzed->people = people.people();
  analyzed->people.insert(analyzed->people.end(), english_people.people().begin(),
                          english_people.people().end());
  for (std::size_t event = 0; event < ids.size(); ++event) {
    const std::vector<std::string>& more = events.names_of(event);
    std::vector<std::string>& names = analyzed->event_names[ids[event]];
    names.insert(names.end(), more.begin(), more.end());
  }
  analyzed->bases = events.bases(ids);
  return analyzed;
}

}  // namespace samgak
