// Agreements without quotation marks, and plans that are signed like agreements.
#pragma once

#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "extractors/event_names.hpp"
#include "extractors/mention.hpp"
#include "extractors/particles.hpp"

namespace samgak {

/// Unquoted agreements: called after what they are about («수소 공동개발 협약», «AI 협력
/// 양해각서»), or of a general name that needs no modifier («공동성명»). A general
/// name is marked as such, so that the joint statements of two documents stay two. A weak type word
/// («협약») needs a verb of signing behind it.
[[nodiscard]] std::vector<Mention> find_plain_agreements(std::string_view text, Span sentence,
                                                         FoundForms type_words,
                                                         const std::vector<Mention>& mentions,
                                                         const Lexicon& lexicon,
                                                         const ParticleSplitter& particles);

/// Words for plans that a text says are signed or adopted somewhere («로드맵에 서명»): papers
/// there, not programmes. Looks for them when the first name ends in such a word; refers to text
/// and lexicon.
class SignedPlans {
 public:
  SignedPlans(std::string_view text, const Lexicon& lexicon) : text_(text), lexicon_(lexicon) {}

  /// Does `name`, that of a programme, end in one of them?
  [[nodiscard]] bool hold(std::string_view name);

 private:
  std::string_view text_;
  const Lexicon& lexicon_;
  std::optional<std::set<std::string_view>> signed_;
};

}  // namespace samgak
