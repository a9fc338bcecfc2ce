// Who is named together, for «양국», «두 기관» later on.
#pragma once

#include <string_view>
#include <vector>

#include "extractors/affiliations.hpp"
#include "extractors/mention.hpp"

namespace samgak {

/// «미·중 전략경쟁»: states that are named together, and do nothing together.
[[nodiscard]] bool are_rivals(std::string_view text, const Mention& states, const Lexicon& lexicon);

/// Follows one text sentence by sentence.
class ActingGroups {
 public:
  ActingGroups(const Affiliations& affiliations, const Lexicon& lexicon)
      : affiliations_(affiliations), lexicon_(lexicon) {}

  /// Takes note of a sentence; `mentions` are linked, in text order.
  void remember(std::string_view text, const std::vector<Mention>& mentions);

  /// States that were named as a group, or whose people or bodies acted together; the last
  /// group is last.
  [[nodiscard]] const std::vector<EntityIds>& states() const { return states_; }
  /// Bodies and organisations that acted together.
  [[nodiscard]] const std::vector<EntityIds>& bodies() const { return bodies_; }

 private:
  [[nodiscard]] EntityIds acting_states(const std::vector<Mention>& mentions) const;

  [[nodiscard]] EntityIds acting_bodies(std::string_view text,
                                        const std::vector<Mention>& mentions) const;

  const Affiliations& affiliations_;
  const Lexicon& lexicon_;
  std::vector<EntityIds> states_;
  std::vector<EntityIds> bodies_;
};

}  // namespace samgak
