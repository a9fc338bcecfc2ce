#include "reasoning/rule_set.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ontology/rdf_names.hpp"
#include "text/diagnostic.hpp"

namespace samgak {

std::string_view to_string(InferenceRule rule) {
  switch (rule) {
    case InferenceRule::given:
      return "given";
    case InferenceRule::prp_spo1:
      return "prp-spo1";
    case InferenceRule::prp_spo2:
      return "prp-spo2";
    case InferenceRule::prp_inv:
      return "prp-inv";
    case InferenceRule::prp_symp:
      return "prp-symp";
    case InferenceRule::prp_trp:
      return "prp-trp";
    case InferenceRule::prp_dom:
      return "prp-dom";
    case InferenceRule::prp_rng:
      return "prp-rng";
    case InferenceRule::cax_sco:
      return "cax-sco";
    case InferenceRule::dated_chain:
      break;
  }
  return "dated-chain";
}

namespace {

class RuleReader {
 public:
  explicit RuleReader(const RdfGraph& vocabulary)
      : graph_(vocabulary),
        type_(vocabulary.terms().iri(rdf_names::kType)),
        sub_class_of_(rdfs("subClassOf")),
        sub_property_of_(rdfs("subPropertyOf")),
        domain_(rdfs("domain")),
        range_(rdfs("range")),
        inverse_of_(owl("inverseOf")),
        equivalent_class_(owl("equivalentClass")),
        equivalent_property_(owl("equivalentProperty")),
        chain_(owl("propertyChainAxiom")),
        dated_chain_(vocabulary.terms().iri(rdf_names::in(rdf_names::kSamgak, "datedChain"))) {}

  RuleSet read() {
    for (const RdfTriple& t : graph_.triples()) {
      if (!graph_.term(t.subject).is_iri()) continue;
      read_characteristic(t);
      if (t.predicate == chain_) read_chain(t);
      if (t.predicate == dated_chain_) read_dated_chain(t);
      if (graph_.term(t.object).is_iri()) read_axiom(t);
    }
    return std::move(rules_);
  }

 private:
  TermIndex rdfs(std::string_view local) const {
    return graph_.terms().iri(rdf_names::in(rdf_names::kRdfs, local));
  }
  TermIndex owl(std::string_view local) const {
    return graph_.terms().iri(rdf_names::in(rdf_names::kOwl, local));
  }

  void read_characteristic(const RdfTriple& t) {
    if (t.predicate != type_) return;
    if (t.object == owl("SymmetricProperty")) rules_.properties[t.subject].symmetric = true;
    if (t.object == owl("TransitiveProperty")) rules_.properties[t.subject].transitive = true;
  }

  void read_axiom(const RdfTriple& t) {
    const bool class_axiom = t.predicate == sub_class_of_ || t.predicate == equivalent_class_;
    if (class_axiom) rules_.super_classes[t.subject].push_back(t.object);
    if (t.predicate == equivalent_class_) rules_.super_classes[t.object].push_back(t.subject);
    const bool property_axiom =
        t.predicate == sub_property_of_ || t.predicate == equivalent_property_;
    if (property_axiom) rules_.properties[t.subject].supers.push_back(t.object);
    if (t.predicate == equivalent_property_)
      rules_.properties[t.object].supers.push_back(t.subject);
    if (t.predicate == domain_) rules_.properties[t.subject].domains.push_back(t.object);
    if (t.predicate == range_) rules_.properties[t.subject].ranges.push_back(t.object);
    if (t.predicate == inverse_of_) {
      rules_.properties[t.subject].inverses.push_back(t.object);
      rules_.properties[t.object].inverses.push_back(t.subject);
    }
  }

  void read_chain(const RdfTriple& t) {
    const std::vector<TermIndex> steps = graph_.list(t.object);
    if (steps.size() < 2)
      throw LoadError(
          fmt::format("{}: a property chain needs two steps", graph_.terms().ntriples(t.subject)));
    TermIndex so_far = steps[0];
    for (std::size_t i = 1; i < steps.size(); ++i) {
      const bool last = i + 1 == steps.size();
      const TermIndex implied =
          last ? t.subject : graph_.terms().blank(fmt::format("chain-{}-{}", number(t.object), i));
      rules_.chains.push_back({so_far, steps[i], implied, !last});
      so_far = implied;
    }
  }

  void read_dated_chain(const RdfTriple& t) {
    const std::string_view text = graph_.term(t.object).text;
    const std::size_t space = text.find(' ');
    DatedChain chain{kNoTerm, kNoTerm, t.subject};
    if (space != std::string_view::npos) {
      chain.first = own(text.substr(0, space));
      chain.second = own(text.substr(space + 1));
    }
    if (graph_.from(chain.first).empty() || graph_.from(chain.second).empty())
      throw LoadError(fmt::format("{}: datedChain «{}» does not name two properties",
                                  graph_.terms().ntriples(t.subject), visible(text)));
    rules_.dated_chains.push_back(chain);
  }
  TermIndex own(std::string_view local) const {
    return graph_.terms().find_iri(rdf_names::in(rdf_names::kSamgak, local));
  }

  const RdfGraph& graph_;
  TermIndex type_, sub_class_of_, sub_property_of_, domain_, range_, inverse_of_;
  TermIndex equivalent_class_, equivalent_property_, chain_, dated_chain_;
  RuleSet rules_;
};

}  // namespace

RuleSet read_rules(const RdfGraph& vocabulary) {
  return RuleReader(vocabulary).read();
}

}  // namespace samgak
