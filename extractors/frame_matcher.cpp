#include "extractors/frame_matcher.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace samgak {
namespace {

using Filler = std::vector<const Mention*>;

bool holds_any(std::string_view text, const std::vector<std::string>& forms) {
  return std::any_of(forms.begin(), forms.end(),
                     [&](const std::string& form) { return text.find(form) != std::string_view::npos; });
}

bool fits(const FrameSlot& slot, const Mention& mention) {
  return std::find(slot.types.begin(), slot.types.end(), mention.type) != slot.types.end();
}

/// The nearest mention left of `trigger` with one of `roles`, and the members of its list before it: those without a
/// particle of their own, or with «와/과».
Filler group_before(const std::vector<Mention>& mentions, std::uint32_t trigger, const FrameSlot& slot,
                    std::initializer_list<ParticleRole> roles) {
  Filler out;
  for (auto it = mentions.rbegin(); it != mentions.rend(); ++it) {
    if (it->span.end > trigger || !fits(slot, *it)) continue;
    const bool marked = std::find(roles.begin(), roles.end(), it->role) != roles.end();
    const bool listed = it->role == ParticleRole::none || it->role == ParticleRole::with;
    if (out.empty() ? marked : listed) {
      out.push_back(&*it);
    } else if (!out.empty()) {
      break;
    }
  }
  return out;
}

Filler from_source(SlotSource source, const FrameSlot& slot, const std::vector<Mention>& mentions,
                   std::uint32_t trigger) {
  switch (source) {
    case SlotSource::subject:
      return group_before(mentions, trigger, slot, {ParticleRole::subject, ParticleRole::topic});
    case SlotSource::object:
      return group_before(mentions, trigger, slot, {ParticleRole::object});
    case SlotSource::goal:
      return group_before(mentions, trigger, slot, {ParticleRole::goal});
    case SlotSource::at:
      return group_before(mentions, trigger, slot, {ParticleRole::at});
    case SlotSource::scope:
    case SlotSource::sentence: {
      Filler out;
      for (const Mention& mention : mentions) {
        const bool within = source == SlotSource::sentence || mention.span.end <= trigger;
        if (within && fits(slot, mention)) out.push_back(&mention);
      }
      return out;
    }
  }
  return {};
}

Filler fill(const FrameSlot& slot, const std::vector<Mention>& mentions, std::uint32_t trigger) {
  for (const SlotSource source : slot.from) {
    if (Filler filler = from_source(source, slot, mentions, trigger); !filler.empty()) return filler;
  }
  return {};
}

std::vector<std::string> entities_of(const Filler& filler) {
  std::vector<std::string> out;
  for (const Mention* mention : filler) {
    for (const std::string& id : mention->entities) {
      if (std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
    }
  }
  return out;
}

std::string describe(std::string_view text, const std::map<std::string, Filler>& fillers) {
  std::string out;
  for (const auto& [name, filler] : fillers) {
    std::string words;
    for (const Mention* mention : filler) {
      words += fmt::format("{}{}", words.empty() ? "" : ", ", slice(text, mention->span));
    }
    out += fmt::format("{}{}={}", out.empty() ? "" : "; ", name, words);
  }
  return out;
}

}  // namespace

FrameMatcher::FrameMatcher(const Ontology& ontology) : ontology_(ontology) {}

std::vector<FrameMatch> FrameMatcher::match(std::string_view text, Span sentence,
                                            const std::vector<Mention>& mentions) const {
  std::vector<FrameMatch> out;
  const std::string_view said = slice(text, sentence);
  if (holds_any(said, ontology_.lexicon.cue("denied"))) return out;
  std::set<std::string> seen;
  for (const FrameRule& rule : ontology_.rules) {
    if (!rule.with.empty() && !holds_any(said, rule.with)) continue;
    if (holds_any(said, rule.without)) continue;
    for (const std::string& form : rule.triggers) {
      const std::size_t found = said.rfind(form);
      if (found == std::string_view::npos) continue;
      const auto trigger = sentence.begin + static_cast<std::uint32_t>(found);
      const std::string_view rest = said.substr(found + form.size());
      if (std::any_of(rule.unless_next.begin(), rule.unless_next.end(),
                      [&](const std::string& next) { return rest.starts_with(next); })) {
        continue;
      }
      std::map<std::string, Filler> fillers;
      bool complete = true;
      for (const FrameSlot& slot : rule.slots) {
        fillers[slot.name] = fill(slot, mentions, trigger);
        complete &= !fillers[slot.name].empty();
      }
      if (!complete) continue;
      const Status status = holds_any(rest, ontology_.lexicon.cue("planned")) ? Status::planned : Status::held;
      for (const FrameEdge& edge : rule.edges) {
        for (const std::string& subject : entities_of(fillers[edge.subject])) {
          for (const std::string& object : entities_of(fillers[edge.object])) {
            if (subject == object || (edge.each_pair && subject > object)) continue;
            if (!seen.insert(rule.id + subject + "\t" + edge.relation + "\t" + object).second) continue;
            out.push_back({subject, edge.relation, object, status, &rule, describe(text, fillers)});
          }
        }
      }
    }
  }
  return out;
}

}  // namespace samgak
