// Finds posts: 장관, 경제산업상, 국가안보실장.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ontology/lexicon.hpp"
#include "ontology/phrase_matcher.hpp"

namespace samgak {

/// The posts of the lexicon, ready to be found in a text. Built once, then constant; refers to the
/// lexicon.
class PostMatcher {
 public:
  explicit PostMatcher(const Lexicon& lexicon);

  struct Match {
    std::uint32_t length = 0;  ///< bytes; 0 when no post begins here
    const Post* post = nullptr;
  };
  [[nodiscard]] Match longest(std::string_view text, std::size_t at) const {
    const PhraseMatcher::Match match = forms_.longest(text, at);
    return match.length == 0 ? Match() : Match{match.length, posts_[match.value]};
  }

 private:
  PhraseMatcher forms_;
  std::vector<const Post*> posts_;
};

}  // namespace samgak
