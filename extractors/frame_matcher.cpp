#include "extractors/frame_matcher.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "extractors/clauses.hpp"
#include "extractors/forms.hpp"
#include "extractors/predicates.hpp"
#include "extractors/relative_clauses.hpp"

namespace samgak {
namespace {

/// Does the clause deny what it tells? «새지 않도록» denies nothing.
bool is_denied(std::string_view said, const Lexicon& lexicon) {
  const PhraseSet& forms = lexicon.cue("denied");
  std::vector<PhraseSet::Hit> hits;
  forms.find_all(said, 0, hits);
  return std::any_of(hits.begin(), hits.end(), [&](const PhraseSet::Hit& hit) {
    const std::string_view next = said.substr(hit.at + forms.phrases()[hit.phrase].size());
    return !starts_with_any(next, lexicon.cue("denied_unless_next"));
  });
}

using Fillers = std::vector<std::pair<std::string_view, FilledSlot>>;

/// «meeting=한일 장관회의; party=한국, 일본», by the names of the slots.
std::string describe(const Fillers& fillers) {
  std::vector<const Fillers::value_type*> sorted;
  for (const auto& filler : fillers) sorted.push_back(&filler);
  std::sort(sorted.begin(), sorted.end(),
            [](const auto* a, const auto* b) { return a->first < b->first; });
  std::string out;
  for (const auto* filler : sorted) {
    if (!out.empty()) out += "; ";
    out.append(filler->first).append("=").append(filler->second.words);
  }
  return out;
}

/// A state and a body of a state are no pair.
bool are_peers(std::string_view a, std::string_view b) {
  const bool one_is_state = a.starts_with("state/") != b.starts_with("state/");
  return !one_is_state || !(a.starts_with("body/") || b.starts_with("body/"));
}

}  // namespace

FrameMatcher::FrameMatcher(const Ontology& ontology) : ontology_(ontology) {
  std::vector<std::string> forms;
  for (const FrameRule& rule : ontology.rules) {
    forms.insert(forms.end(), rule.triggers.begin(), rule.triggers.end());
    rule_of_trigger_.resize(forms.size(), &rule);
  }
  triggers_ = PhraseSet(std::move(forms));
}

std::vector<FrameMatch> FrameMatcher::match(std::string_view text, Span sentence,
                                            const std::vector<Mention>& mentions,
                                            const FrameContext& context) const {
  std::vector<FrameMatch> out;
  std::set<std::tuple<const FrameRule*, EntityId, std::string_view, EntityId>> seen;
  const std::vector<Span> parts = split_clauses(text, sentence, ontology_.lexicon);
  const RelativeClauses relatives(text, sentence, mentions, ontology_.lexicon);
  std::vector<PhraseSet::Hit> hits;
  std::uint32_t clause_before = sentence.begin;
  for (const Span part : parts) {
    const std::string_view said = slice(text, part);
    const bool refers_back = holds_any(said, ontology_.lexicon.cue("back_reference"));
    const std::uint32_t before_begin = clause_before;
    clause_before = part.begin;
    if (is_denied(said, ontology_.lexicon)) continue;
    // The last clause tells whether what the others say is still to come.
    const std::string_view rest_of_sentence = slice(text, {part.begin, sentence.end});
    const auto read_trigger = [&](std::size_t found, const std::string& form,
                                  const FrameRule& rule) {
      const auto trigger = part.begin + static_cast<std::uint32_t>(found);
      const auto trigger_end = trigger + static_cast<std::uint32_t>(form.size());
      // A trigger inside a name tells about the name, not about the clause.
      if (std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
            return m.span.begin <= trigger && trigger_end <= m.span.end;
          })) {
        return;
      }
      const FrameClause clause{ontology_.lexicon,
                               text,
                               sentence,
                               part,
                               before_begin,
                               refers_back,
                               mentions,
                               relatives,
                               trigger,
                               trigger_end,
                               speech_around(text, sentence, trigger, ontology_.lexicon),
                               relatives.at(trigger_end - 1)};
      if (!rule.without.empty() && holds_any(item_of(clause), rule.without)) return;
      Fillers fillers;
      for (const FrameSlot& slot : rule.slots) {
        fillers.emplace_back(slot.name, fill(slot, clause, context));
        if (fillers.back().second.ids.empty()) return;
      }
      const auto ids_of = [&](std::string_view slot) -> const EntityIds& {
        return std::find_if(fillers.begin(), fillers.end(),
                            [&](const auto& filler) { return filler.first == slot; })
            ->second.ids;
      };
      std::string bindings;
      // «추진계획 등을 논의했다»: what the predicate says outweighs a word on the way to it.
      const Predicate predicate =
          predicate_behind(text, trigger_end, sentence.end, ontology_.lexicon);
      // «지난해 체결한 …의 이행을 점검하기로 했다»: what the verb describes is there already.
      const bool done =
          clause.adnominal != nullptr && is_past_adnominal(slice(text, clause.adnominal->word));
      const bool to_come =
          predicate.tense != Tense::past &&
          holds_any(rest_of_sentence.substr(found), ontology_.lexicon.cue("planned"));
      const bool planned = !done && (to_come || predicate.tense == Tense::planned ||
                                     predicate.tense == Tense::promised ||
                                     holds_any(said, ontology_.lexicon.cue("future_time")));
      for (const FrameEdge& edge : rule.edges) {
        for (const EntityId subject : ids_of(edge.subject)) {
          for (const EntityId object : ids_of(edge.object)) {
            const DocumentEntities& entities = context.entities;
            if (subject == object ||
                (edge.each_pair && (entities.precedes(object, subject) ||
                                    !are_peers(entities.text(subject), entities.text(object)))))
              continue;
            if (!seen.emplace(&rule, subject, edge.relation, object).second) continue;
            if (bindings.empty()) bindings = describe(fillers);
            out.push_back({subject, edge.relation, object, planned ? Status::planned : Status::held,
                           &rule, bindings});
          }
        }
      }
    };
    // Rule by rule in file order, and trigger by trigger.
    hits.clear();
    triggers_.find_all(said, 0, hits);
    for (const PhraseSet::Hit& hit : hits) {
      const FrameRule& rule = *rule_of_trigger_[hit.phrase];
      const std::string& form = triggers_.phrases()[hit.phrase];
      const std::string_view behind = said.substr(hit.at + form.size());
      if (starts_with_any(behind, rule.unless_next)) continue;
      if (!rule.with.empty() && !holds_any(said, rule.with)) continue;
      if (holds_any(behind, rule.unless_after) &&
          !holds_any(behind, ontology_.lexicon.cue("agreed_upon")))
        continue;
      read_trigger(hit.at, form, rule);
    }
  }
  return out;
}

}  // namespace samgak
