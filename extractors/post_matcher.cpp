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

}  // namespace samgak
