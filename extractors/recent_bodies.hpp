// Which body a bare post means: «우주항공청은 … 윤영빈 청장이 …».
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extractors/mention.hpp"
#include "ontology/lexicon.hpp"

namespace samgak {

/// Follows one text sentence by sentence. Refers to the text and the lexicon.
class RecentBodies {
 public:
  explicit RecentBodies(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// Takes note of the bodies of a sentence; `mentions` are linked, in text order.
  void remember(std::string_view text, const std::vector<Mention>& mentions);

  /// The body that was named last before byte `at` and has such a post («청장» of a «…청»): of
  /// `mentions`, then of the sentences before; none when there is none.
  [[nodiscard]] EntityId with_post(std::string_view text, std::string_view post, std::uint32_t at,
                                   const std::vector<Mention>& mentions) const;

 private:
  struct Body {
    EntityId id;
    std::string_view name;
  };
  const Lexicon& lexicon_;
  std::vector<Body> bodies_;  ///< in the order in which they were named
};

}  // namespace samgak
