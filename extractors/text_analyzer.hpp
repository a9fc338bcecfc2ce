// The names of a text, linked: what every rule about relations stands on.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "extractors/agreement_names.hpp"
#include "extractors/document_entities.hpp"
#include "extractors/event_names.hpp"
#include "extractors/event_resolver.hpp"
#include "extractors/frame_matcher.hpp"
#include "extractors/gazetteer.hpp"
#include "extractors/people.hpp"
#include "extractors/sentence_forms.hpp"
#include "text/document.hpp"

namespace samgak {

/// One sentence of the article.
struct AnalyzedSentence {
  Span span;
  std::vector<Mention> mentions;  ///< in text order, linked
  EntityId focus;                 ///< meeting that the text is about here
  EntityIds topic;                ///< subject of the last sentence before that had one
  EntityId paper;                 ///< agreement whose contents it goes on to tell, see FrameMatcher
  std::size_t section = 0;        ///< index in `Document::sections()`
  bool english = false;
  FormHits forms{};
  std::vector<Span> clauses{};  ///< in order
};

/// The article of one document, without noise and repetitions. Refers to the document and the
/// ontology; not copied, because its reasons refer to it as well.
struct AnalyzedText {
  explicit AnalyzedText(const Ontology& ontology, std::string_view document)
      : entities(ontology), events(ontology.lexicon, document) {}
  AnalyzedText(const AnalyzedText&) = delete;
  AnalyzedText& operator=(const AnalyzedText&) = delete;

  DocumentEntities entities;
  EventResolver events;
  std::vector<AnalyzedSentence> sentences;
  std::vector<PersonInText> people;
  std::map<EntityId, std::vector<std::string>> event_names;  ///< the fullest first
  std::map<EntityId, EntityId> bases;  ///< event → the one whose series it continues
};

/// Finds and links names. Built once, then constant and shared by all threads; refers to the
/// ontology.
class TextAnalyzer {
 public:
  TextAnalyzer(const Ontology& ontology, bool use_model);

  [[nodiscard]] std::unique_ptr<const AnalyzedText> analyze(const Document& document) const;
  [[nodiscard]] const FrameMatcher& frames() const { return frames_; }

 private:
  [[nodiscard]] std::vector<AnalyzedSentence> known_names(const Document& document,
                                                          std::vector<EntityId>& states,
                                                          DocumentEntities& entities) const;
  [[nodiscard]] EntityId paper_after(std::string_view text, const AnalyzedSentence& sentence,
                                     EntityId before, EntityId named) const;
  void add_events(std::string_view text, SignedPlans& plans, bool english, FoundForms type_words,
                  AnalyzedSentence& sentence, DocumentEntities& entities) const;

  const Ontology& ontology_;
  ParticleSplitter particles_;
  Gazetteer gazetteer_;
  BodyIndex bodies_;
  EntityId home_;  ///< state of the outlets
  PostMatcher posts_;
  FormIndex forms_;
  SentenceForms kinds_;  ///< of `forms_`
  FrameMatcher frames_;
  std::optional<NameTagger> tagger_;
};

}  // namespace samgak
