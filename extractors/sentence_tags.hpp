// What the tagger says of the sentence at hand, once somebody asks.
#pragma once

#include <string_view>
#include <vector>

#include "extractors/tagger/name_tagger.hpp"
#include "text/span.hpp"

namespace samgak {

/// Asks the tagger at most once a sentence, and not at all where the rules know: it costs more than
/// they do. Not thread-safe.
class SentenceTags {
 public:
  /// `tagger` is null without a model; then nothing is ever tagged.
  explicit SentenceTags(const NameTagger* tagger) : tagger_(tagger) {}

  /// Goes on to another sentence of `text`, which must live until the next call.
  void begin(std::string_view text, Span sentence) {
    text_ = text;
    sentence_ = sentence;
    asked_ = false;
  }
  /// Names with their places in the text, in order.
  [[nodiscard]] const std::vector<TaggedSpan>& names() const;

 private:
  const NameTagger* tagger_;
  std::string_view text_;
  Span sentence_;
  // What is asked for first makes it.
  mutable bool asked_ = true;
  mutable TaggerScratch scratch_;
  mutable std::vector<TaggedSpan> names_;
};

}  // namespace samgak
