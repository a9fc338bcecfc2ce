#include "extractors/frame_matcher.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "extractors/relative_clauses.hpp"

namespace samgak {
namespace {

using Fillers = std::vector<FilledSlot>;  // by slot of the rule

/// A state and a body of a state are no pair.
bool are_peers(std::string_view a, std::string_view b) {
  const bool one_is_state = a.starts_with("state/") != b.starts_with("state/");
  return !one_is_state || !(a.starts_with("body/") || b.starts_with("body/"));
}

/// Reads one sentence. What only some frames need is made when the first of them asks.
class SentenceReader {
 public:
  SentenceReader(const FrameIndex& index, const Lexicon& lexicon, std::string_view text,
                 Span sentence, const FormHits& hits, const std::vector<Mention>& mentions,
                 const FrameContext& context, Predicates& predicates)
      : index_(index),
        lexicon_(lexicon),
        text_(text),
        sentence_(sentence),
        mentions_(mentions),
        context_(context),
        hits_(hits),
        predicates_(predicates) {
    for (const Mention& mention : mentions) {
      if (!mention.attributive) types_.set(mention.type.number());
    }
    const std::string_view said = slice(text, sentence);
    quotes_ = said.find('"') != std::string_view::npos || said.find("“") != std::string_view::npos;
  }

  std::vector<FrameMatch> read(const std::vector<Span>& clauses) && {
    std::uint32_t before_begin = sentence_.begin;
    for (const Span clause : clauses) {
      if (!is_denied(clause)) read_clause(clause, before_begin);
      before_begin = clause.begin;
    }
    return std::move(out_);
  }

 private:
  /// Does the clause deny what it tells? «새지 않도록» denies nothing.
  bool is_denied(Span clause) const {
    const FoundForms denials = hits_.of(index_.denied);
    return std::any_of(denials.begin(), denials.end(), [&](const FormHit& hit) {
      return clause.contains(hit.span) &&
             !hits_.any_at(index_.denied_unless_next, hit.span.end, clause.end);
    });
  }

  // Rule by rule in file order, and trigger by trigger.
  void read_clause(Span span, std::uint32_t before_begin) {
    ClauseItems items(text_, span, lexicon_);
    const bool refers_back = hits_.any(index_.back_reference, span.begin, span.end);
    for (const FormHit& hit : hits_.of(index_.triggers())) {
      if (!span.contains(hit.span)) continue;
      const IndexedFrame& frame = index_.triggered_by(hit.form);
      if (!may_hold(frame, hit.span, span)) continue;
      if (!relatives_) relatives_.emplace(text_, sentence_, mentions_, lexicon_);
      read_trigger(frame, {lexicon_, text_, sentence_, span, before_begin, refers_back, mentions_,
                           *relatives_, items, hit.span.begin, hit.span.end,
                           quotes_ ? speech_around(text_, sentence_, hit.span.begin, lexicon_) : 0,
                           relatives_->at(hit.span.end - 1)});
    }
  }

  /// What is cheap to tell: are there names of the right types, and the words that must or must not
  /// stand beside the trigger?
  bool may_hold(const IndexedFrame& frame, Span trigger, Span clause) const {
    const bool fillable = std::all_of(
        frame.rule->slots.begin(), frame.rule->slots.end(),
        [&](const FrameSlot& slot) { return (slot.kinds & types_).any() || context_.fills(slot); });
    if (!fillable || hits_.any_at(frame.unless_next, trigger.end, clause.end)) return false;
    if (!frame.with.empty() && !hits_.any(frame.with, clause.begin, clause.end)) return false;
    if (hits_.any(frame.unless_after, trigger.end, clause.end) &&
        !hits_.any(index_.agreed_upon, trigger.end, clause.end))
      return false;
    // A trigger inside a name tells about the name, not about the clause.
    return std::none_of(mentions_.begin(), mentions_.end(),
                        [&](const Mention& m) { return m.span.contains(trigger); });
  }

  void read_trigger(const IndexedFrame& frame, const FrameClause& clause) {
    const FrameRule& rule = *frame.rule;
    if (!frame.without.empty()) {
      const Span item = item_of(clause);
      if (hits_.any(frame.without, item.begin, item.end)) return;
    }
    Fillers fillers;
    fillers.reserve(rule.slots.size());
    for (const FrameSlot& slot : rule.slots) {
      fillers.push_back(fill(slot, clause, context_));
      if (fillers.back().ids.empty()) return;
    }
    std::string bindings;
    std::optional<Status> status;
    for (std::size_t i = 0; i < rule.edges.size(); ++i) {
      const FrameEdge& edge = rule.edges[i];
      for (const EntityId subject : fillers[frame.edges[i].subject].ids) {
        for (const EntityId object : fillers[frame.edges[i].object].ids) {
          if (subject == object || (edge.each_pair && !is_pair(subject, object))) continue;
          if (!seen_.emplace(&rule, subject, edge.relation, object).second) continue;
          if (!status) status = is_planned(clause) ? Status::planned : Status::held;
          if (bindings.empty()) bindings = describe(frame, fillers);
          out_.push_back({subject, edge.relation, object, *status, &rule, bindings,
                          fillers[frame.edges[i].subject].of_participants});
        }
      }
    }
  }

  /// Of two that belong together, one order is enough.
  bool is_pair(EntityId a, EntityId b) const {
    return !context_.entities.precedes(b, a) &&
           are_peers(context_.entities.text(a), context_.entities.text(b));
  }

  bool is_planned(const FrameClause& clause) {
    // «지난해 체결한 …의 이행을 점검하기로 했다»: what the verb describes is there already.
    if (clause.adnominal != nullptr && is_past_adnominal(slice(text_, clause.adnominal->word)))
      return false;
    // «추진계획 등을 논의했다»: what the predicate says outweighs a word on the way to it.
    const Predicate predicate = predicates_.behind(clause.trigger_end);
    if (predicate.tense == Tense::planned || predicate.tense == Tense::promised) return true;
    // The last clause tells whether what the others say is still to come.
    return (predicate.tense != Tense::past &&
            hits_.any(index_.planned, clause.trigger, sentence_.end)) ||
           hits_.any(index_.future_time, clause.span.begin, clause.span.end);
  }

  /// «meeting=한일 장관회의; party=한국, 일본», by the names of the slots.
  std::string describe(const IndexedFrame& frame, const Fillers& fillers) const {
    std::string out;
    for (const std::size_t slot : frame.slot_order) {
      if (!out.empty()) out += "; ";
      out.append(frame.rule->slots[slot].name) += '=';
      append_words(fillers[slot], text_, out);
    }
    return out;
  }

  const FrameIndex& index_;
  const Lexicon& lexicon_;
  std::string_view text_;
  Span sentence_;
  const std::vector<Mention>& mentions_;
  const FrameContext& context_;
  const FormHits& hits_;
  Predicates& predicates_;
  std::optional<RelativeClauses> relatives_;
  EntityTypes types_;  ///< of the names that may be arguments
  bool quotes_ = false;
  std::set<std::tuple<const FrameRule*, EntityId, std::string_view, EntityId>> seen_;
  std::vector<FrameMatch> out_;
};

}  // namespace

std::vector<FrameMatch> FrameMatcher::match(std::string_view text, Span sentence,
                                            const FormHits& forms, const std::vector<Span>& clauses,
                                            const std::vector<Mention>& mentions,
                                            const FrameContext& context,
                                            Predicates& predicates) const {
  return SentenceReader(index_, lexicon_, text, sentence, forms, mentions, context, predicates)
      .read(clauses);
}

}  // namespace samgak
