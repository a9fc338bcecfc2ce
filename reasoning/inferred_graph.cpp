#include "reasoning/inferred_graph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "graph/graph_builder.hpp"
#include "ontology/rdf_names.hpp"
#include "ontology/turtle_reader.hpp"
#include "reasoning/closure.hpp"
#include "reasoning/post_history.hpp"

namespace samgak {

namespace {

constexpr std::size_t kMostPerFact = 64;
constexpr std::size_t kMostOfSmallGraph = 100'000;
constexpr std::size_t kMostQuotes = 8;
/// Nobody holds more posts; a node that does is several people.
constexpr std::size_t kMostPosts = 64;

bool contains(const std::vector<TermIndex>& terms, TermIndex term) {
  return std::find(terms.begin(), terms.end(), term) != terms.end();
}

/// The graph's facts in terms of the vocabulary, what follows from them, and the way back.
class Inference {
 public:
  Inference(const KnowledgeGraph& graph, const RdfGraph& vocabulary, const RuleSet& rules,
            const std::vector<GazetteerEntry>& gazetteer)
      : graph_(graph),
        terms_(vocabulary.terms()),
        rules_(rules),
        closure_(rules, terms_.iri(rdf_names::kType)),
        history_(graph, gazetteer) {
    for (std::uint32_t i = 0; i < graph.entity_count(); ++i) {
      nodes_.push_back(terms_.blank(graph.id(EntityIndex{i})));
      entities_.emplace(nodes_.back(), EntityIndex{i});
    }
    for (const StatementView& s : graph.statements())
      closure_.add({node(s.subject), own(s.relation), node(s.object)});
  }

  /// Adds what follows to `out`.
  void run(std::vector<Statement>& out) {
    for (const DatedChain& chain : rules_.dated_chains) apply_dated_chain(chain);
    closure_.run(kMostPerFact * graph_.statement_count() + kMostOfSmallGraph);
    drafts_.resize(closure_.facts().size());
    for (std::size_t i = 0; i < drafts_.size(); ++i) make_draft(i);
    for (std::size_t i = graph_.statement_count(); i < drafts_.size(); ++i) {
      if (drafts_[i].wanted) out.push_back(statement_of(i));
    }
  }

 private:
  /// What a fact hands on to those that follow from it.
  struct Draft {
    std::vector<Evidence> roots;  ///< the best evidence of each given edge below
    double certainty = 1.0;
    Status status = Status::held;
    std::vector<std::string> roles;
    std::string date;
    bool wanted = false;  ///< is it an edge of the graph to be?
  };

  TermIndex node(EntityIndex i) const { return nodes_[number(i)]; }
  TermIndex own(std::string_view relation) const {
    return terms_.iri(rdf_names::in(rdf_names::kSamgak, relation));
  }
  std::optional<EntityIndex> entity(TermIndex term) const {
    const auto found = entities_.find(term);
    return found == entities_.end() ? std::nullopt : std::optional(found->second);
  }
  std::string relation_of(TermIndex predicate) const {
    return std::string(terms_[predicate].text.substr(rdf_names::kSamgak.size()));
  }

  void make_draft(std::size_t i);
  Draft given_draft(StatementIndex index) const;
  void join(Draft& into, const Draft& premise) const;
  Statement statement_of(std::size_t i) const;
  Statement make_statement(const RdfTriple& triple, const Draft& draft, InferenceRule rule,
                           const std::vector<RdfTriple>& premises) const;
  std::string bindings(InferenceRule rule, const RdfTriple& triple,
                       const std::vector<RdfTriple>& premises) const;
  void apply_dated_chain(const DatedChain& chain);
  bool implies(TermIndex relation, TermIndex super) const {
    const auto found = rules_.properties.find(relation);
    return found != rules_.properties.end() && contains(found->second.supers, super);
  }
  /// Edges and given facts have the same numbers.
  static FactIndex fact(const StatementView& s) { return static_cast<FactIndex>(number(s.index)); }

  const KnowledgeGraph& graph_;
  TermTable& terms_;
  const RuleSet& rules_;
  Closure closure_;
  PostHistory history_;
  std::vector<TermIndex> nodes_;
  std::unordered_map<TermIndex, EntityIndex> entities_;
  std::vector<Draft> drafts_;
};

Inference::Draft Inference::given_draft(StatementIndex index) const {
  const StatementView s = graph_.statement(index);
  Draft draft;
  draft.certainty = s.confidence / 100.0;
  draft.status = s.status;
  draft.date = s.date;
  for (const std::string_view role : s.roles) draft.roles.emplace_back(role);
  std::uint32_t best = 0;
  for (const EvidenceView& e : s.evidence) {
    if (!draft.roots.empty() && e.confidence <= best) continue;
    best = e.confidence;
    draft.roots = {{{std::string(e.place.document), e.place.begin, e.place.end},
                    std::string(e.quote),
                    {},
                    {},
                    e.status,
                    0.0}};
  }
  return draft;
}

void Inference::join(Draft& into, const Draft& premise) const {
  into.certainty *= premise.certainty;
  into.status = std::max(into.status, premise.status);
  for (const Evidence& root : premise.roots) {
    if (into.roots.size() < kMostQuotes) into.roots.push_back(root);
  }
}

/// Premises come before what follows from them, so their drafts are there.
void Inference::make_draft(std::size_t i) {
  const Fact& fact = closure_.facts()[i];
  Draft& draft = drafts_[i];
  if (fact.rule == InferenceRule::given) {
    draft = given_draft(StatementIndex{static_cast<std::uint32_t>(i)});
    return;
  }
  for (const FactIndex premise : fact.premises) {
    if (premise != kNoFact) join(draft, drafts_[static_cast<std::uint32_t>(premise)]);
  }
  if (fact.premises[1] == kNoFact) {
    // The same act seen from another side: date and post stay with it.
    const Draft& same = drafts_[static_cast<std::uint32_t>(fact.premises[0])];
    draft.date = same.date;
    draft.roles = same.roles;
  }
  std::sort(draft.roots.begin(), draft.roots.end());
  draft.roots.erase(std::unique(draft.roots.begin(), draft.roots.end()), draft.roots.end());
  draft.wanted = !closure_.is_auxiliary(fact) && entity(fact.triple.subject) &&
                 entity(fact.triple.object) &&
                 terms_[fact.triple.predicate].text.starts_with(rdf_names::kSamgak);
}

std::string Inference::bindings(InferenceRule rule, const RdfTriple& triple,
                                const std::vector<RdfTriple>& premises) const {
  std::string out;
  for (const RdfTriple& premise : premises) {
    if (!out.empty()) out += "; ";
    out += fmt::format("{} {} {}", graph_.id(*entity(premise.subject)),
                       relation_of(premise.predicate), graph_.id(*entity(premise.object)));
  }
  return fmt::format("{} → {} ← {}", to_string(rule), relation_of(triple.predicate), out);
}

Statement Inference::make_statement(const RdfTriple& triple, const Draft& draft, InferenceRule rule,
                                    const std::vector<RdfTriple>& premises) const {
  Statement statement;
  statement.subject = graph_.id(*entity(triple.subject));
  statement.relation = relation_of(triple.predicate);
  statement.object = graph_.id(*entity(triple.object));
  statement.roles = draft.roles;
  statement.date = draft.date;
  statement.evidence = draft.roots;
  // A graph takes pieces of evidence for independent; premises all must hold. Each piece gets the
  // share with which the edge comes out as certain as its premises are together.
  const double share =
      1.0 - std::pow(1.0 - draft.certainty, 1.0 / static_cast<double>(draft.roots.size()));
  for (Evidence& evidence : statement.evidence) {
    evidence.rule = fmt::format("{}{}", kInferredPrefix, to_string(rule));
    evidence.bindings = bindings(rule, triple, premises);
    evidence.status = draft.status;
    evidence.confidence = share;
  }
  return statement;
}

/// The steps of a long chain are facts of auxiliary terms; the edges that they stand for are named
/// instead.
Statement Inference::statement_of(std::size_t i) const {
  const Fact& fact = closure_.facts()[i];
  std::vector<RdfTriple> premises;
  std::vector<FactIndex> open(fact.premises.rbegin(), fact.premises.rend());
  while (!open.empty()) {
    const FactIndex at = open.back();
    open.pop_back();
    if (at == kNoFact) continue;
    const Fact& premise = closure_[at];
    if (closure_.is_auxiliary(premise)) {
      open.insert(open.end(), premise.premises.rbegin(), premise.premises.rend());
    } else {
      premises.push_back(premise.triple);
    }
  }
  return make_statement(fact.triple, drafts_[i], fact.rule, premises);
}

/// The first step must be the inverse of a relation of the graph, from a person to a body, whose
/// edges tell since when they hold; the second a relation of the person, or one that implies it.
void Inference::apply_dated_chain(const DatedChain& chain) {
  const auto found = rules_.properties.find(chain.first);
  if (found == rules_.properties.end()) return;
  const std::vector<TermIndex>& posts_by = found->second.inverses;
  for (std::uint32_t i = 0; i < graph_.entity_count(); ++i) {
    std::vector<StatementView> posts;
    std::vector<StatementView> events;
    for (const StatementView& s : graph_.statements_from(EntityIndex{i})) {
      const TermIndex relation = own(s.relation);
      if (contains(posts_by, relation)) posts.push_back(s);
      if (relation == chain.second || implies(relation, chain.second)) events.push_back(s);
    }
    if (posts.size() > kMostPosts) continue;
    for (const StatementView& post : posts) {
      for (const StatementView& event : events) {
        if (history_.held_during(post, event))
          closure_.add_derived({node(post.object), chain.implied, node(event.object)},
                               InferenceRule::dated_chain, fact(post), fact(event));
      }
    }
  }
}

Extraction thawed(const KnowledgeGraph& graph) {
  Extraction out;
  out.sources = thaw_documents(graph);
  for (const EntityView& entity : graph.entities()) out.entities.push_back(thaw(entity));
  for (const StatementView& s : graph.statements()) {
    if (!is_inferred(s)) thaw(graph, s, out.statements);
  }
  // What was inferred once may have been told since: the edge stays, on what tells it.
  for (Statement& statement : out.statements) {
    std::erase_if(statement.evidence,
                  [](const Evidence& e) { return e.rule.starts_with(kInferredPrefix); });
  }
  return out;
}

KnowledgeGraph built(Extraction extraction) {
  GraphBuilder builder;
  builder.add(std::move(extraction));
  return std::move(builder).build();
}

}  // namespace

bool is_inferred(const StatementView& statement) {
  return std::all_of(statement.evidence.begin(), statement.evidence.end(),
                     [](const EvidenceView& e) { return e.rule.starts_with(kInferredPrefix); });
}

bool has_inferences(const KnowledgeGraph& graph) {
  for (const StatementView& s : graph.statements()) {
    if (is_inferred(s)) return true;
  }
  return false;
}

KnowledgeGraph without_inferences(const KnowledgeGraph& graph) {
  return built(thawed(graph));
}

KnowledgeGraph with_inferences(const KnowledgeGraph& graph, const std::filesystem::path& vocabulary,
                               const std::vector<GazetteerEntry>& gazetteer) {
  TermTable terms;
  RdfGraph axioms(terms);
  read_rdf_file(vocabulary, axioms);
  axioms.freeze();
  return with_inferences(graph, axioms, gazetteer);
}

KnowledgeGraph with_inferences(const KnowledgeGraph& graph, const RdfGraph& axioms,
                               const std::vector<GazetteerEntry>& gazetteer) {
  RuleSet rules = read_rules(axioms);
  // A node has the one type that it has: what axioms say of classes makes no edge.
  rules.super_classes.clear();
  for (auto& [property, its] : rules.properties) {
    its.domains.clear();
    its.ranges.clear();
  }
  const KnowledgeGraph told = without_inferences(graph);
  Extraction extraction = thawed(told);
  Inference(told, axioms, rules, gazetteer).run(extraction.statements);
  return built(std::move(extraction));
}

}  // namespace samgak
