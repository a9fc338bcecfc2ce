#include "checks/graph_rules.hpp"

#include <algorithm>
#include <array>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "ontology/rdf_names.hpp"

namespace samgak {

namespace {

using shacl::RuleHit;
using Nodes = std::vector<TermIndex>;
using Hits = std::vector<RuleHit>;

/// The terms that the rules name. One that the data lack is `kNoTerm`, which has no triples.
struct Names {
  explicit Names(const RdfGraph& data) : terms(data.terms()) {}
  TermIndex rdf(std::string_view local) const { return find(rdf_names::kRdf, local); }
  TermIndex own(std::string_view local) const { return find(rdf_names::kSamgak, local); }
  TermIndex find(std::string_view space, std::string_view local) const {
    return terms.find_iri(rdf_names::in(space, local));
  }
  const TermTable& terms;
};

/// Calls `visit(statement, fact)` for each fact that one of the nodes is a statement of.
template <typename Visit>
void for_each_fact(const RdfGraph& data, const Nodes& nodes, Visit visit) {
  const Names names(data);
  const TermIndex subject = names.rdf("subject");
  const TermIndex predicate = names.rdf("predicate");
  const TermIndex object = names.rdf("object");
  for (const TermIndex node : nodes) {
    for (const RdfTriple& s : data.from(node, subject)) {
      for (const RdfTriple& p : data.from(node, predicate)) {
        for (const RdfTriple& o : data.from(node, object))
          visit(node, RdfTriple{s.object, p.object, o.object});
      }
    }
  }
}

Hits fact_without_statement(const RdfGraph& data, const Nodes& focus) {
  const Names names(data);
  std::unordered_set<TermIndex> relations;
  const TermIndex allowed = names.own("allowedSubject");
  Nodes statements;
  const TermIndex subject = names.rdf("subject");
  for (const RdfTriple& t : data.triples()) {
    if (t.predicate == allowed) relations.insert(t.subject);
    if (t.predicate == subject) statements.push_back(t.subject);
  }
  std::vector<RdfTriple> stated;
  for_each_fact(data, statements,
                [&](TermIndex, const RdfTriple& fact) { stated.push_back(fact); });
  std::sort(stated.begin(), stated.end());
  Hits hits;
  for (const TermIndex node : focus) {
    for (const RdfTriple& t : data.from(node)) {
      if (relations.contains(t.predicate) && !std::binary_search(stated.begin(), stated.end(), t))
        hits.push_back({node, t.predicate, t.object});
    }
  }
  return hits;
}

Hits statement_not_asserted(const RdfGraph& data, const Nodes& focus) {
  Hits hits;
  for_each_fact(data, focus, [&](TermIndex node, const RdfTriple& fact) {
    if (!data.has(fact)) hits.push_back({node, kNoTerm, fact.predicate});
  });
  return hits;
}

/// Sorts `(key, node)` and pairs each node with the next one of the same key, in order of their
/// IRIs.
template <typename Key>
Hits pair_neighbours(const RdfGraph& data, std::vector<std::pair<Key, TermIndex>> keyed) {
  std::sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    return data.term(a.second).text < data.term(b.second).text;
  });
  Hits hits;
  for (std::size_t i = 1; i < keyed.size(); ++i) {
    const auto& [key, node] = keyed[i - 1];
    if (key == keyed[i].first && node != keyed[i].second)
      hits.push_back({node, kNoTerm, keyed[i].second});
  }
  return hits;
}

Hits statement_twice(const RdfGraph& data, const Nodes& focus) {
  const TermIndex undirected = Names(data).own("cooperatesWith");
  std::vector<std::pair<RdfTriple, TermIndex>> keyed;
  for_each_fact(data, focus, [&](TermIndex node, RdfTriple fact) {
    if (fact.predicate == undirected && fact.object < fact.subject)
      std::swap(fact.subject, fact.object);
    keyed.emplace_back(fact, node);
  });
  return pair_neighbours(data, std::move(keyed));
}

Hits same_wikidata(const RdfGraph& data, const Nodes& focus) {
  const TermIndex wikidata = Names(data).own("wikidata");
  std::vector<std::pair<TermIndex, TermIndex>> keyed;
  for (const TermIndex node : focus) {
    for (const RdfTriple& t : data.from(node, wikidata)) keyed.emplace_back(t.object, node);
  }
  return pair_neighbours(data, std::move(keyed));
}

/// Whole numbers of any length: the longer is the greater.
bool is_at_most(std::string_view a, std::string_view b) {
  const auto significant = [](std::string_view n) {
    n.remove_prefix(std::min(n.find_first_not_of('0'), n.size()));
    return n;
  };
  a = significant(a);
  b = significant(b);
  return a.size() != b.size() ? a.size() < b.size() : a <= b;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

Hits evidence_empty_span(const RdfGraph& data, const Nodes& focus) {
  constexpr std::string_view kPlace = "#char=";
  const TermIndex derived = Names(data).find(rdf_names::kProv, "wasDerivedFrom");
  Hits hits;
  for (const TermIndex node : focus) {
    for (const RdfTriple& t : data.from(node, derived)) {
      const std::string_view iri = data.term(t.object).text;
      const std::size_t at = iri.rfind(kPlace);
      if (at == std::string_view::npos) continue;
      const std::string_view span = iri.substr(at + kPlace.size());
      const std::size_t comma = span.find(',');
      if (comma == std::string_view::npos) continue;
      const std::string_view begin = span.substr(0, comma);
      const std::string_view end = span.substr(comma + 1);
      if (is_number(begin) && is_number(end) && is_at_most(end, begin))
        hits.push_back({node, kNoTerm, t.object});
    }
  }
  return hits;
}

/// Nodes of `focus` that `relation` leads back to.
Hits circles(const RdfGraph& data, const Nodes& focus, TermIndex relation) {
  boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS> graph;
  std::unordered_map<TermIndex, std::size_t> vertices;
  const auto vertex = [&](TermIndex node) {
    const auto [known, fresh] = vertices.try_emplace(node, vertices.size());
    if (fresh) boost::add_vertex(graph);
    return known->second;
  };
  for (const TermIndex node : focus) {
    for (const RdfTriple& t : data.from(node, relation)) {
      const std::size_t from = vertex(node);
      boost::add_edge(from, vertex(t.object), graph);
    }
  }
  std::vector<std::size_t> component(vertices.size());
  const std::size_t count = boost::strong_components(
      graph,
      boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, graph)));
  std::vector<std::size_t> sizes(count, 0);
  for (const std::size_t c : component) ++sizes[c];
  Hits hits;
  for (const TermIndex node : focus) {
    const bool itself = data.has({node, relation, node});
    if (itself || sizes[component[vertices.at(node)]] > 1) hits.push_back({node, kNoTerm, kNoTerm});
  }
  return hits;
}

Hits part_of_itself(const RdfGraph& data, const Nodes& focus) {
  return circles(data, focus, Names(data).own("partOf"));
}

Hits follows_up_itself(const RdfGraph& data, const Nodes& focus) {
  return circles(data, focus, Names(data).own("followsUp"));
}

Hits cooperates_with_itself(const RdfGraph& data, const Nodes& focus) {
  const TermIndex relation = Names(data).own("cooperatesWith");
  Hits hits;
  for (const TermIndex node : focus) {
    if (data.has({node, relation, node})) hits.push_back({node, kNoTerm, kNoTerm});
  }
  return hits;
}

Hits chair_not_attendee(const RdfGraph& data, const Nodes& focus) {
  const Names names(data);
  const TermIndex attended = names.own("attended");
  const TermIndex chaired = names.own("chaired");
  Hits hits;
  for (const TermIndex node : focus) {
    for (const RdfTriple& t : data.from(node, chaired)) {
      if (!data.has({node, attended, t.object})) hits.push_back({node, kNoTerm, t.object});
    }
  }
  return hits;
}

Hits held_at_planned_meeting(const RdfGraph& data, const Nodes& focus) {
  const Names names(data);
  const TermIndex status = names.own("status");
  const TermIndex held = data.terms().literal("held", "", "");
  const TermIndex planned = data.terms().literal("planned", "", "");
  const std::array<TermIndex, 3> acts{names.own("attended"), names.own("chaired"),
                                      names.own("adoptedAt")};
  Hits hits;
  for_each_fact(data, focus, [&](TermIndex node, const RdfTriple& fact) {
    const bool is_act = std::find(acts.begin(), acts.end(), fact.predicate) != acts.end();
    if (is_act && data.has({node, status, held}) && data.has({fact.object, status, planned}) &&
        !data.has({fact.object, status, held}))
      hits.push_back({node, kNoTerm, fact.object});
  });
  return hits;
}

Hits role_without_post(const RdfGraph& data, const Nodes& focus) {
  const Names names(data);
  const TermIndex predicate = names.rdf("predicate");
  const TermIndex works_for = names.own("worksFor");
  Hits hits;
  for (const TermIndex node : focus) {
    for (const RdfTriple& t : data.from(node, predicate)) {
      if (t.object != works_for) hits.push_back({node, kNoTerm, t.object});
    }
  }
  return hits;
}

struct Rule {
  std::string_view shape;
  shacl::RuleFunction function;
};

constexpr std::array<Rule, 11> kRules{{
    {"https://w3id.org/samgak/shapes#fact-without-statement", fact_without_statement},
    {"https://w3id.org/samgak/shapes#statement-not-asserted", statement_not_asserted},
    {"https://w3id.org/samgak/shapes#statement-twice", statement_twice},
    {"https://w3id.org/samgak/shapes#evidence-empty-span", evidence_empty_span},
    {"https://w3id.org/samgak/shapes#part-of-itself", part_of_itself},
    {"https://w3id.org/samgak/shapes#follows-up-itself", follows_up_itself},
    {"https://w3id.org/samgak/shapes#cooperates-with-itself", cooperates_with_itself},
    {"https://w3id.org/samgak/shapes#chair-not-attendee", chair_not_attendee},
    {"https://w3id.org/samgak/shapes#held-at-planned-meeting", held_at_planned_meeting},
    {"https://w3id.org/samgak/shapes#role-without-post", role_without_post},
    {"https://w3id.org/samgak/shapes#same-wikidata", same_wikidata},
}};

}  // namespace

shacl::RuleFunction find_graph_rule(std::string_view shape_iri) {
  const auto found = std::find_if(kRules.begin(), kRules.end(),
                                  [&](const Rule& rule) { return rule.shape == shape_iri; });
  return found == kRules.end() ? nullptr : found->function;
}

std::vector<std::string_view> graph_rule_iris() {
  std::vector<std::string_view> out;
  for (const Rule& rule : kRules) out.push_back(rule.shape);
  return out;
}

}  // namespace samgak
