// Everything that follows from facts by a set of rules, each with the facts that it follows from.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "reasoning/rule_set.hpp"

namespace samgak {

/// Position of a fact in its closure; premises come before what follows from them.
enum class FactIndex : std::uint32_t {};
inline constexpr FactIndex kNoFact{0xFFFFFFFF};

struct Fact {
  RdfTriple triple;
  InferenceRule rule = InferenceRule::given;
  std::array<FactIndex, 2> premises{kNoFact, kNoFact};  ///< the second only of joins
  bool step = true;  ///< false where transitivity gave it, or what it was turned from
};

/// Semi-naive: each fact is joined once with those before it. Work grows with the facts that come
/// out.
class Closure {
 public:
  /// `rules` must outlive it; `type` is the term for `rdf:type` in their table.
  Closure(const RuleSet& rules, TermIndex type);

  /// Adds a given fact; one that is there already stays as it is. Returns its position.
  FactIndex add(const RdfTriple& triple) {
    return insert(triple, InferenceRule::given, {kNoFact, kNoFact});
  }
  /// Adds a fact that some other rule gives, unless it is there already.
  void add_derived(const RdfTriple& triple, InferenceRule rule, FactIndex first, FactIndex second) {
    insert(triple, rule, {first, second});
  }
  /// Derives all that follows. Throws `LoadError` when more than `most` facts come out: a chain of
  /// n parts makes n (n - 1) / 2 facts of a transitive property.
  void run(std::size_t most);

  /// Given and derived facts, without those of auxiliary terms of chains.
  [[nodiscard]] const std::vector<Fact>& facts() const { return facts_; }
  [[nodiscard]] const Fact& operator[](FactIndex i) const {
    return facts_[static_cast<std::uint32_t>(i)];
  }
  /// Is the fact only a step inside a chain?
  [[nodiscard]] bool is_auxiliary(const Fact& fact) const;

 private:
  using Premises = std::array<FactIndex, 2>;
  struct TripleHash {
    std::size_t operator()(const RdfTriple& t) const;
  };
  /// Facts of one predicate with one subject or one object.
  using Index = std::unordered_map<std::uint64_t, std::vector<FactIndex>>;

  FactIndex insert(const RdfTriple& triple, InferenceRule rule, Premises premises);
  void apply(FactIndex at);
  void apply_property(FactIndex at, const PropertyRules& rules);
  void apply_transitivity(FactIndex at);
  void apply_chains(FactIndex at);
  void remember(FactIndex at);

  const RuleSet& rules_;
  TermIndex type_;
  std::vector<Fact> facts_;
  std::unordered_map<RdfTriple, FactIndex, TripleHash> known_;
  std::unordered_map<TermIndex, std::vector<const ChainRule*>> chains_by_first_;
  std::unordered_map<TermIndex, std::vector<const ChainRule*>> chains_by_second_;
  std::unordered_map<TermIndex, bool> auxiliary_;
  Index out_;        ///< by subject
  Index in_;         ///< by object
  Index steps_out_;  ///< by subject, without what transitivity gave
};

}  // namespace samgak
