#include "extractors/frame_index.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <string_view>

namespace samgak {
namespace {

std::size_t slot_of(const FrameRule& rule, std::string_view name) {
  const auto slot = std::find_if(rule.slots.begin(), rule.slots.end(),
                                 [&](const FrameSlot& s) { return s.name == name; });
  return static_cast<std::size_t>(slot - rule.slots.begin());
}

}  // namespace

FrameIndex::FrameIndex(const Ontology& ontology, FormIndex& index) {
  // Many frames share a condition: its forms have their numbers once.
  std::map<std::vector<std::string>, FormRange> conditions;
  const auto condition = [&](const std::vector<std::string>& forms) {
    const auto [it, fresh] = conditions.try_emplace(forms);
    if (fresh) it->second = index.add(forms);
    return it->second;
  };
  triggers_ = index.add({});
  for (const FrameRule& rule : ontology.rules) {
    triggers_.end = index.add(rule.triggers).end;
    frame_of_trigger_.resize(triggers_.end - triggers_.begin,
                             static_cast<std::uint32_t>(frames_.size()));
    frames_.push_back({&rule, {}, {}, {}, {}, {}, {}});
  }
  for (IndexedFrame& frame : frames_) {
    const FrameRule& rule = *frame.rule;
    frame.unless_next = condition(rule.unless_next);
    frame.unless_after = condition(rule.unless_after);
    frame.with = condition(rule.with);
    frame.without = condition(rule.without);
    for (const FrameEdge& edge : rule.edges)
      frame.edges.push_back({slot_of(rule, edge.subject), slot_of(rule, edge.object)});
    frame.slot_order.resize(rule.slots.size());
    std::iota(frame.slot_order.begin(), frame.slot_order.end(), std::size_t{0});
    std::sort(frame.slot_order.begin(), frame.slot_order.end(), [&](std::size_t a, std::size_t b) {
      return rule.slots[a].name < rule.slots[b].name;
    });
  }
  denied = index.add(ontology.lexicon.cue("denied"));
  denied_unless_next = index.add(ontology.lexicon.cue("denied_unless_next"));
  back_reference = index.add(ontology.lexicon.cue("back_reference"));
  planned = index.add(ontology.lexicon.cue("planned"));
  future_time = index.add(ontology.lexicon.cue("future_time"));
  agreed_upon = index.add(ontology.lexicon.cue("agreed_upon"));
}

}  // namespace samgak
