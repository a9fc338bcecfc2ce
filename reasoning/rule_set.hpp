// The rules of OWL 2 RL that a vocabulary asks for, taken from its axioms.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ontology/rdf_graph.hpp"

namespace samgak {

/// Rules by the names that the OWL 2 profiles give them; `given` is no rule, `dated_chain` is
/// Samgak's own.
enum class InferenceRule : std::uint8_t {
  given,
  prp_spo1,  ///< sub-property
  prp_spo2,  ///< property chain
  prp_inv,   ///< inverse
  prp_symp,  ///< symmetric
  prp_trp,   ///< transitive
  prp_dom,   ///< domain
  prp_rng,   ///< range
  cax_sco,   ///< sub-class
  dated_chain
};

/// `prp-spo1` and the like.
[[nodiscard]] std::string_view to_string(InferenceRule rule);

struct PropertyRules {
  std::vector<TermIndex> supers;
  std::vector<TermIndex> inverses;
  std::vector<TermIndex> domains;
  std::vector<TermIndex> ranges;
  bool symmetric = false;
  bool transitive = false;
};

/// `first` followed by `second` implies `implied`. A longer chain of the vocabulary is several of
/// these, whose inner results are terms of their own (`auxiliary`).
struct ChainRule {
  TermIndex first;
  TermIndex second;
  TermIndex implied;
  bool auxiliary = false;
};

/// `samgak:datedChain`: a chain that holds only while the first step does.
struct DatedChain {
  TermIndex first;
  TermIndex second;
  TermIndex implied;
};

struct RuleSet {
  std::unordered_map<TermIndex, PropertyRules> properties;
  std::unordered_map<TermIndex, std::vector<TermIndex>> super_classes;
  std::vector<ChainRule> chains;
  std::vector<DatedChain> dated_chains;
};

/// Reads sub-classes, sub-properties, inverses, symmetric and transitive properties, domains,
/// ranges, chains, and equivalences (each as two of the former). Axioms about anything but named
/// terms are passed over. Throws `LoadError` for a chain of fewer than two steps and for a dated
/// chain that does not name two properties of the vocabulary.
[[nodiscard]] RuleSet read_rules(const RdfGraph& vocabulary);

}  // namespace samgak
