#include "extractors/post_matcher.hpp"

namespace samgak {

PostMatcher::PostMatcher(const Lexicon& lexicon) {
  // The order of a hash table must not show: equal forms do not occur, and the trie sorts the rest.
  for (const auto& [form, post] : lexicon.posts) {
    forms_.add(form, static_cast<std::uint32_t>(posts_.size()));
    posts_.push_back(&post);
  }
  forms_.freeze();
}

PostMatcher::Match PostMatcher::longest(std::string_view text, std::size_t at) const {
  const PhraseMatcher::Match match = forms_.longest(text, at);
  if (match.length == 0) return {};
  return {match.length, posts_[match.value]};
}

}  // namespace samgak
