// Applies the relation frames of `ontology/rules/` to a sentence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/mention.hpp"
#include "graph/entity.hpp"
#include "ontology/ontology.hpp"

namespace samgak {

/// One edge that a frame reads in a sentence.
struct FrameMatch {
  std::string subject;
  std::string relation;
  std::string object;
  Status status = Status::held;
  const FrameRule* rule = nullptr;
  std::string bindings;  ///< which words filled which slot
};

/// Built once, then constant and shared by all threads. Refers to the ontology, which must outlive
/// it.
class FrameMatcher {
 public:
  explicit FrameMatcher(const Ontology& ontology);

  /// What the sentence itself does not say.
  struct Context {
    std::string focus;                      ///< meeting that the text is about, empty when none
    std::vector<std::string> participants;  ///< states that take part in it
    std::vector<std::string> topic;         ///< subject of the last sentence that had one
    std::string paper;  ///< agreement whose contents the sentence goes on to tell
  };

  /// Edges of `sentence`, whose names `mentions` (text order) are linked already. The sentence is
  /// read clause by clause; a clause with a denial makes none.
  [[nodiscard]] std::vector<FrameMatch> match(std::string_view text, Span sentence,
                                              const std::vector<Mention>& mentions,
                                              const Context& context) const;

  /// Clauses of `sentence`: cut behind words with a connective ending (-하고, -했으며, -하여 …).
  [[nodiscard]] std::vector<Span> clauses(std::string_view text, Span sentence) const;

 private:
  const Ontology& ontology_;
  PhraseSet triggers_;  ///< of all rules, in file order
  std::vector<const FrameRule*> rule_of_trigger_;
};

}  // namespace samgak
