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

/// Built once, then constant and shared by all threads. Refers to the ontology, which must outlive it.
class FrameMatcher {
 public:
  explicit FrameMatcher(const Ontology& ontology);

  /// Edges of `sentence`, whose names `mentions` (text order) are linked already. A sentence with a denial makes none.
  [[nodiscard]] std::vector<FrameMatch> match(std::string_view text, Span sentence,
                                              const std::vector<Mention>& mentions) const;

 private:
  const Ontology& ontology_;
};

}  // namespace samgak
