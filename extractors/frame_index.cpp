#include "extractors/frame_index.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace samgak {
namespace {

std::size_t slot_of(const FrameRule& rule, std::string_view name) {
  const auto slot = std::find_if(rule.slots.begin(), rule.slots.end(),
                                 [&](const FrameSlot& s) { return s.name == name; });
  return static_cast<std::size_t>(slot - rule.slots.begin());
}

}  // namespace

std::vector<FormHit>::const_iterator FormHits::first_of(FormRange range) const {
  return std::partition_point(hits_.begin(), hits_.end(),
                              [&](const FormHit& hit) { return hit.form < range.begin; });
}

bool FormHits::any(FormRange range, std::uint32_t from, std::uint32_t to) const {
  for (auto hit = first_of(range); hit != hits_.end() && hit->form < range.end; ++hit) {
    if (hit->begin >= from && hit->end <= to) return true;
  }
  return false;
}

bool FormHits::any_at(FormRange range, std::uint32_t at, std::uint32_t to) const {
  for (auto hit = first_of(range); hit != hits_.end() && hit->form < range.end; ++hit) {
    if (hit->begin == at && hit->end <= to) return true;
  }
  return false;
}

FrameIndex::FrameIndex(const Ontology& ontology) {
  // Many frames share a condition: its forms have their numbers once.
  std::map<std::vector<std::string>, FormRange> conditions;
  const auto condition = [&](const std::vector<std::string>& forms) {
    const auto [it, fresh] = conditions.try_emplace(forms);
    if (fresh) it->second = add(forms);
    return it->second;
  };
  for (const FrameRule& rule : ontology.rules) {
    add(rule.triggers);
    frame_of_trigger_.resize(forms_.size(), static_cast<std::uint32_t>(frames_.size()));
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
  denied = add(ontology.lexicon.cue("denied"));
  denied_unless_next = add(ontology.lexicon.cue("denied_unless_next"));
  back_reference = add(ontology.lexicon.cue("back_reference"));
  planned = add(ontology.lexicon.cue("planned"));
  future_time = add(ontology.lexicon.cue("future_time"));
  agreed_upon = add(ontology.lexicon.cue("agreed_upon"));

  // Many forms are the same words: the text is compared with each of them once.
  std::vector<std::string> phrases;
  std::unordered_map<std::string_view, std::size_t> known;
  for (std::uint32_t form = 0; form < forms_.size(); ++form) {
    const auto [it, fresh] = known.emplace(forms_[form], phrases.size());
    if (fresh) {
      phrases.push_back(forms_[form]);
      forms_of_phrase_.emplace_back();
    }
    forms_of_phrase_[it->second].push_back(form);
  }
  phrases_ = PhraseSet(std::move(phrases));
  forms_ = {};
}

FormRange FrameIndex::add(const std::vector<std::string>& forms) {
  const auto begin = static_cast<std::uint32_t>(forms_.size());
  forms_.insert(forms_.end(), forms.begin(), forms.end());
  return {begin, static_cast<std::uint32_t>(forms_.size())};
}

FormHits FrameIndex::find(std::string_view text, Span sentence) const {
  constexpr std::size_t kMany = 64;  // seldom more in a sentence
  std::vector<FormHit> hits;
  hits.reserve(kMany);
  phrases_.for_each(slice(text, sentence), [&](std::uint32_t phrase, std::size_t at) {
    const std::uint32_t begin = sentence.begin + static_cast<std::uint32_t>(at);
    const auto size = static_cast<std::uint32_t>(phrases_.phrases()[phrase].size());
    for (const std::uint32_t form : forms_of_phrase_[phrase])
      hits.push_back({form, begin, begin + size});
  });
  const auto key = [](const FormHit& hit) { return std::uint64_t{hit.form} << 32 | hit.begin; };
  std::sort(hits.begin(), hits.end(),
            [&](const FormHit& a, const FormHit& b) { return key(a) < key(b); });
  return FormHits(std::move(hits));
}

}  // namespace samgak
