// Applies the relation frames of `ontology/rules/` to a sentence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/frame_clause.hpp"
#include "extractors/frame_index.hpp"
#include "extractors/mention.hpp"
#include "extractors/predicates.hpp"
#include "graph/entity.hpp"
#include "ontology/ontology.hpp"

namespace samgak {

/// One edge that a frame reads in a sentence.
struct FrameMatch {
  EntityId subject;
  std::string_view relation;  ///< of the rule
  EntityId object;
  Status status = Status::held;
  const FrameRule* rule = nullptr;
  std::string bindings;  ///< which words filled which slot
  /// The sentence names no subject: it is one of the states of the meeting that the text is about.
  bool of_participants = false;
};

/// Built once, then constant and shared by all threads. Refers to the ontology, which must outlive
/// it.
class FrameMatcher {
 public:
  /// Adds the forms of the frames to `forms`.
  FrameMatcher(const Ontology& ontology, FormIndex& forms)
      : lexicon_(ontology.lexicon), index_(ontology, forms) {}

  /// Edges of `sentence`, in which `forms` stand and whose names `mentions` (text order) are linked
  /// already. It is read by its `clauses`, one after the other; one with a denial makes none.
  /// `predicates` are its own.
  [[nodiscard]] std::vector<FrameMatch> match(std::string_view text, Span sentence,
                                              const FormHits& forms,
                                              const std::vector<Span>& clauses,
                                              const std::vector<Mention>& mentions,
                                              const FrameContext& context,
                                              Predicates& predicates) const;

 private:
  const Lexicon& lexicon_;
  FrameIndex index_;
};

}  // namespace samgak
