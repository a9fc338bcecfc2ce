// Entities and statements of one analyzed text.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/labels.hpp"
#include "extractors/predicates.hpp"
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
  using States = std::map<EntityId, EntityIds>;  ///< meeting → states that take part

  void add_entities();
  void read_names();
  void read_listed_states();
  void read_series();
  void read_labels();
  void read_labelled(const Label& label, const Mention& mention, EntityId meeting, Span sentence);
  void read_dates(Date published);
  void read_employment();
  void read_membership(const std::vector<Mention>& mentions);
  void read_frames();
  void close();
  Statement& state(EntityId subject, std::string_view relation, EntityId object, Span span,
                   std::string rule, std::string bindings, double confidence);
  void add_implied(const Mention& mention, EntityId id, const std::string& reason);
  [[nodiscard]] std::string id_of(EntityId id) const {
    return std::string(text_.entities.text(id));
  }
  [[nodiscard]] Place place_of(Span span);

  const Ontology& ontology_;
  const FrameMatcher& frames_;
  const Document& document_;
  const AnalyzedText& text_;
  Extraction extraction_;
  std::map<EntityId, std::size_t> index_;  ///< place in the extraction's entities
  std::set<EntityId> members_;             ///< bodies whose state is stated already
  States participants_;
  std::vector<Predicates> predicates_;  ///< by sentence
  Span last_span_;                      ///< for which a place was asked last
  Span last_place_;
};

}  // namespace samgak
