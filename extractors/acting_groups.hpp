// Who is named together, for «양국», «두 기관» later on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/affiliations.hpp"
#include "extractors/mention.hpp"

namespace samgak {

/// Follows one text sentence by sentence.
class ActingGroups {
 public:
  explicit ActingGroups(const Affiliations& affiliations) : affiliations_(affiliations) {}

  /// Takes note of a sentence; `mentions` are linked, in text order.
  void remember(std::string_view text, const std::vector<Mention>& mentions);

  /// Ids of states that were named as a group, or whose people or bodies acted together; the last
  /// group is last.
  [[nodiscard]] const std::vector<std::vector<std::string>>& states() const { return states_; }
  /// Ids of bodies and organisations that acted together.
  [[nodiscard]] const std::vector<std::vector<std::string>>& bodies() const { return bodies_; }

 private:
  [[nodiscard]] std::vector<std::string> acting_states(const std::vector<Mention>& mentions) const;

  const Affiliations& affiliations_;
  std::vector<std::vector<std::string>> states_;
  std::vector<std::vector<std::string>> bodies_;
};

}  // namespace samgak
