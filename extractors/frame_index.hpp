// The forms of all relation frames and of the cues beside them, found in one walk over a sentence.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ontology/ontology.hpp"
#include "text/span.hpp"

namespace samgak {

/// Forms of one kind: the triggers of a frame, its conditions, a cue.
struct FormRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] bool empty() const { return begin == end; }
};

/// Where a form stands; bytes of the text.
struct FormHit {
  std::uint32_t form = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// What stands in one sentence: sorted by form, then from left to right.
class FormHits {
 public:
  explicit FormHits(std::vector<FormHit> sorted) : hits_(std::move(sorted)) {}

  [[nodiscard]] auto begin() const { return hits_.begin(); }
  [[nodiscard]] auto end() const { return hits_.end(); }

  /// Does a form of the range stand between the bytes `from` and `to`?
  [[nodiscard]] bool any(FormRange range, std::uint32_t from, std::uint32_t to) const;
  /// Does one begin at `at`, and end by `to`?
  [[nodiscard]] bool any_at(FormRange range, std::uint32_t at, std::uint32_t to) const;
  /// The first hit of the range.
  [[nodiscard]] std::vector<FormHit>::const_iterator first_of(FormRange range) const;

 private:
  std::vector<FormHit> hits_;
};

/// A frame made ready: its forms by number, its slots by place.
struct IndexedFrame {
  struct Edge {
    std::size_t subject = 0;  ///< index in `rule->slots`
    std::size_t object = 0;
  };

  const FrameRule* rule = nullptr;
  FormRange unless_next;
  FormRange unless_after;
  FormRange with;
  FormRange without;
  std::vector<Edge> edges;              ///< in the order of those of the rule
  std::vector<std::size_t> slot_order;  ///< indices of slots by their names
};

/// Made once from the ontology, then constant; refers to it.
class FrameIndex {
 public:
  explicit FrameIndex(const Ontology& ontology);

  [[nodiscard]] FormHits find(std::string_view text, Span sentence) const;
  /// The frame whose trigger the form is; null for a form of another kind. The triggers come first,
  /// in the order of the file.
  [[nodiscard]] const IndexedFrame* triggered_by(std::uint32_t form) const {
    return form < frame_of_trigger_.size() ? &frames_[frame_of_trigger_[form]] : nullptr;
  }

  // Cues of the lexicon:
  FormRange denied;
  FormRange denied_unless_next;
  FormRange back_reference;
  FormRange planned;
  FormRange future_time;
  FormRange agreed_upon;

 private:
  FormRange add(const std::vector<std::string>& forms);

  std::vector<IndexedFrame> frames_;             ///< in the order of the rules
  std::vector<std::uint32_t> frame_of_trigger_;  ///< by form
  std::vector<std::string> forms_;               ///< by number, until the index is settled
  PhraseSet phrases_;                            ///< the forms, each once
  std::vector<std::vector<std::uint32_t>> forms_of_phrase_;
};

}  // namespace samgak
