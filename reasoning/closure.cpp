#include "reasoning/closure.hpp"

#include <fmt/format.h>

#include "text/diagnostic.hpp"

namespace samgak {

namespace {

std::uint64_t key(TermIndex predicate, TermIndex end) {
  return (std::uint64_t{number(predicate)} << 32) | number(end);
}

}  // namespace

std::size_t Closure::TripleHash::operator()(const RdfTriple& t) const {
  std::uint64_t h = key(t.subject, t.object) * 0x9E3779B97F4A7C15u;
  h ^= (h >> 29) + number(t.predicate);
  return static_cast<std::size_t>(h * 0xBF58476D1CE4E5B9u ^ (h >> 32));
}

Closure::Closure(const RuleSet& rules, TermIndex type) : rules_(rules), type_(type) {
  for (const ChainRule& chain : rules.chains) {
    chains_by_first_[chain.first].push_back(&chain);
    chains_by_second_[chain.second].push_back(&chain);
    if (chain.auxiliary) auxiliary_[chain.implied] = true;
  }
}

bool Closure::is_auxiliary(const Fact& fact) const {
  return auxiliary_.contains(fact.triple.predicate);
}

FactIndex Closure::insert(const RdfTriple& triple, InferenceRule rule, Premises premises) {
  const auto next = static_cast<FactIndex>(facts_.size());
  const auto [known, fresh] = known_.try_emplace(triple, next);
  if (!fresh) return known->second;
  // Inverses and super-properties keep what a path is made of, so a path's mirror image is a path
  // too.
  const bool mirrored = rule == InferenceRule::prp_inv || rule == InferenceRule::prp_symp ||
                        rule == InferenceRule::prp_spo1;
  const bool step = rule != InferenceRule::prp_trp && (!mirrored || (*this)[premises[0]].step);
  facts_.push_back({triple, rule, premises, step});
  return next;
}

void Closure::run(std::size_t most) {
  for (std::size_t i = 0; i < facts_.size(); ++i) {
    if (facts_.size() > most)
      throw LoadError(
          fmt::format("more than {} facts follow; the graph is too deep to infer", most));
    apply(static_cast<FactIndex>(i));
  }
}

/// Rules push new facts to the end, so `facts_` may move: nothing here keeps a reference into it.
void Closure::apply(FactIndex at) {
  const RdfTriple t = (*this)[at].triple;
  if (t.predicate == type_) {
    if (const auto found = rules_.super_classes.find(t.object);
        found != rules_.super_classes.end()) {
      for (const TermIndex cls : found->second)
        insert({t.subject, type_, cls}, InferenceRule::cax_sco, {at, kNoFact});
    }
    return;
  }
  const auto found = rules_.properties.find(t.predicate);
  const bool transitive = found != rules_.properties.end() && found->second.transitive;
  const bool in_chain =
      chains_by_first_.contains(t.predicate) || chains_by_second_.contains(t.predicate);
  if (transitive || in_chain) remember(at);
  if (found != rules_.properties.end()) apply_property(at, found->second);
  if (transitive) apply_transitivity(at);
  if (in_chain) apply_chains(at);
}

void Closure::apply_property(FactIndex at, const PropertyRules& rules) {
  const RdfTriple t = (*this)[at].triple;
  const Premises from{at, kNoFact};
  for (const TermIndex super : rules.supers)
    insert({t.subject, super, t.object}, InferenceRule::prp_spo1, from);
  for (const TermIndex inverse : rules.inverses)
    insert({t.object, inverse, t.subject}, InferenceRule::prp_inv, from);
  if (rules.symmetric) insert({t.object, t.predicate, t.subject}, InferenceRule::prp_symp, from);
  for (const TermIndex domain : rules.domains)
    insert({t.subject, type_, domain}, InferenceRule::prp_dom, from);
  for (const TermIndex range : rules.ranges)
    insert({t.object, type_, range}, InferenceRule::prp_rng, from);
}

void Closure::remember(FactIndex at) {
  const Fact& fact = (*this)[at];
  const RdfTriple& t = fact.triple;
  out_[key(t.predicate, t.subject)].push_back(at);
  in_[key(t.predicate, t.object)].push_back(at);
  if (fact.step) steps_out_[key(t.predicate, t.subject)].push_back(at);
}

/// A path of a transitive property is a shorter path and one step that transitivity did not give:
/// joining with such steps alone finds every end.
void Closure::apply_transitivity(FactIndex at) {
  const RdfTriple t = (*this)[at].triple;
  if (const auto next = steps_out_.find(key(t.predicate, t.object)); next != steps_out_.end()) {
    for (const FactIndex step : next->second) {
      insert({t.subject, t.predicate, (*this)[step].triple.object}, InferenceRule::prp_trp,
             {at, step});
    }
  }
  if (!(*this)[at].step) return;
  if (const auto before = in_.find(key(t.predicate, t.subject)); before != in_.end()) {
    for (const FactIndex path : before->second) {
      insert({(*this)[path].triple.subject, t.predicate, t.object}, InferenceRule::prp_trp,
             {path, at});
    }
  }
}

void Closure::apply_chains(FactIndex at) {
  const RdfTriple t = (*this)[at].triple;
  if (const auto chains = chains_by_first_.find(t.predicate); chains != chains_by_first_.end()) {
    for (const ChainRule* chain : chains->second) {
      const auto next = out_.find(key(chain->second, t.object));
      if (next == out_.end()) continue;
      for (const FactIndex step : next->second) {
        insert({t.subject, chain->implied, (*this)[step].triple.object}, InferenceRule::prp_spo2,
               {at, step});
      }
    }
  }
  if (const auto chains = chains_by_second_.find(t.predicate); chains != chains_by_second_.end()) {
    for (const ChainRule* chain : chains->second) {
      const auto before = in_.find(key(chain->first, t.subject));
      if (before == in_.end()) continue;
      for (const FactIndex step : before->second) {
        insert({(*this)[step].triple.subject, chain->implied, t.object}, InferenceRule::prp_spo2,
               {step, at});
      }
    }
  }
}

}  // namespace samgak
