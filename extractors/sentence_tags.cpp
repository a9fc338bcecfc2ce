#include "extractors/sentence_tags.hpp"

#include <utility>

namespace samgak {

const std::vector<TaggedSpan>& SentenceTags::names() const {
  if (std::exchange(asked_, true)) return names_;
  names_.clear();
  if (tagger_ == nullptr) return names_;
  tagger_->tag(slice(text_, sentence_), scratch_, names_);
  for (TaggedSpan& name : names_)
    name.span = {name.span.begin + sentence_.begin, name.span.end + sentence_.begin};
  return names_;
}

}  // namespace samgak
