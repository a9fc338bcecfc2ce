// The names of a text, linked: what every rule about relations stands on.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "extractors/frame_matcher.hpp"
#include "extractors/gazetteer.hpp"
#include "extractors/people.hpp"
#include "text/document.hpp"

namespace samgak {

/// One sentence of the article.
struct AnalyzedSentence {
  Span span;
  std::vector<Mention> mentions;   ///< in text order, linked
  std::string focus;               ///< meeting that the text is about here
  std::vector<std::string> topic;  ///< subject of the last sentence before that had one
  std::string paper;        ///< agreement whose contents it goes on to tell, see FrameMatcher
  std::size_t section = 0;  ///< index in `Document::sections()`
};

/// The article of one document, without noise and repetitions.
struct AnalyzedText {
  std::vector<AnalyzedSentence> sentences;
  std::vector<PersonInText> people;
  std::map<std::string, std::vector<std::string>> event_names;  ///< id → names, the fullest first
  std::map<std::string, std::string> bases;  ///< event → the one whose series it continues
};

/// Finds and links names. Built once, then constant and shared by all threads; refers to the
/// ontology.
class TextAnalyzer {
 public:
  TextAnalyzer(const Ontology& ontology, bool use_model);

  [[nodiscard]] AnalyzedText analyze(const Document& document) const;
  [[nodiscard]] const FrameMatcher& frames() const { return frames_; }

 private:
  [[nodiscard]] std::vector<AnalyzedSentence> known_names(const Document& document,
                                                          std::vector<std::string>& states) const;
  [[nodiscard]] std::string paper_after(std::string_view text, const AnalyzedSentence& sentence,
                                        const std::string& before) const;
  void add_events(const Document& document, const std::vector<std::string>& plans, bool english,
                  AnalyzedSentence& sentence) const;

  const Ontology& ontology_;
  ParticleSplitter particles_;
  Gazetteer gazetteer_;
  BodyIndex bodies_;
  PostMatcher posts_;
  FrameMatcher frames_;
  std::optional<NameTagger> tagger_;
};

}  // namespace samgak
