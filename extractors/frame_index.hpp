// The forms of all relation frames and of the cues beside them, by their numbers.
#pragma once

#include <cstdint>
#include <vector>

#include "extractors/form_index.hpp"
#include "ontology/ontology.hpp"

namespace samgak {

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
  /// Adds the forms to `index`.
  FrameIndex(const Ontology& ontology, FormIndex& index);

  /// The triggers, in the order of the file.
  [[nodiscard]] FormRange triggers() const { return triggers_; }
  [[nodiscard]] const IndexedFrame& triggered_by(std::uint32_t trigger) const {
    return frames_[frame_of_trigger_[trigger - triggers_.begin]];
  }

  // Cues of the lexicon:
  FormRange denied;
  FormRange denied_unless_next;
  FormRange back_reference;
  FormRange planned;
  FormRange future_time;
  FormRange agreed_upon;

 private:
  std::vector<IndexedFrame> frames_;             ///< in the order of the rules
  std::vector<std::uint32_t> frame_of_trigger_;  ///< by trigger
  FormRange triggers_;
};

}  // namespace samgak
