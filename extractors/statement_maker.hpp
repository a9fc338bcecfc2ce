// Entities and statements of one analyzed text.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "extractors/labels.hpp"
#include "extractors/text_analyzer.hpp"
#include "graph/statement.hpp"

namespace samgak {

/// Makes the extraction of one document; one object a document. Refers to everything it is made of.
class StatementMaker {
 public:
  StatementMaker(const Ontology& ontology, const FrameMatcher& frames, const Document& document,
                 const AnalyzedText& text);

  /// `reference` stands in for a day of publication that the document does not give. Call it once.
  [[nodiscard]] Extraction make(Date reference) &&;

 private:
  using States =
      std::map<std::string, std::vector<std::string>>;  ///< meeting → states that take part

  void add_entities();
  void read_names();
  void read_listed_states();
  void read_series();
  void read_labels();
  void read_labelled(const Label& label, const Mention& mention, const std::string& meeting,
                     Span sentence);
  void read_dates(Date published);
  void read_employment();
  void read_membership(const std::vector<Mention>& mentions);
  void read_frames();
  void close();
  void follow_meetings();
  void state(Statement statement, Span span, std::string rule, std::string bindings,
             double confidence);
  void add_implied(const Mention& mention, const std::string& id, const std::string& reason);
  [[nodiscard]] Entity entity_for(const Mention& mention, const std::string& id) const;
  [[nodiscard]] Evidence evidence_for(Span span) const;

  const Ontology& ontology_;
  const FrameMatcher& frames_;
  const Document& document_;
  const AnalyzedText& text_;
  Extraction extraction_;
  std::map<std::string, std::size_t> index_;  ///< id → place in the extraction's entities
  std::set<std::string> members_;             ///< bodies whose state is stated already
  States participants_;
};

}  // namespace samgak
