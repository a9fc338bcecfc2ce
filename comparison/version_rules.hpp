// Which part of the version number of a vocabulary a change asks to raise.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "comparison/change.hpp"

namespace samgak {

/// A change of the values of one property of one term.
struct FieldChange {
  ChangeOf what = ChangeOf::term;
  std::string property;  ///< IRI
  std::vector<std::string> removed;
  std::vector<std::string> added;
  bool is_annotation = false;  ///< the vocabulary declares the property as an annotation
  /// Is every value of `added` a term that came with this version? No data can have it yet.
  bool added_is_new = false;
  /// Does each removed value lie below an added one (`rdfs:subClassOf`)?
  bool goes_up = false;
};

/// What takes away or narrows what data may say asks for `major`, what adds to it for `minor`, what
/// only tells people something for `patch`. The version's own number and date ask for nothing.
[[nodiscard]] VersionStep step_of(const FieldChange& change);

/// The same for an axiom that came or went: disjointness narrows, everything else adds.
[[nodiscard]] VersionStep step_of_axiom(ChangeKind kind, bool disjointness);

/// What the advice comes to.
struct VersionAdvice {
  VersionStep step = VersionStep::none;
  std::string before;    ///< version that the older vocabulary declares, or empty
  std::string declared;  ///< version that the newer one declares, or empty
  std::string wanted;    ///< the least that the newer one should declare; empty when unknown
  /// The newer vocabulary declares at least `wanted`, or nothing is known to be wanted.
  bool enough = true;

  friend bool operator==(const VersionAdvice&, const VersionAdvice&) = default;
};

/// Semantic versions of three numbers. Before 1.0.0 what would raise the first number raises the
/// second.
[[nodiscard]] VersionAdvice advise(VersionStep step, std::string before, std::string declared);

}  // namespace samgak
