#include "review/inferred_block.hpp"

#include <map>
#include <unordered_map>
#include <utility>

#include "reasoning/derivation.hpp"
#include "reasoning/inferred_graph.hpp"
#include "review/edge_columns.hpp"

namespace samgak::review {
namespace {

/// The statements of the graph by their hashes, and behind them the edges that were inferred.
std::unordered_map<std::uint64_t, std::uint32_t> numbers_of(const ReviewInput& input) {
  std::unordered_map<std::uint64_t, std::uint32_t> out;
  out.reserve(input.inferred->statement_count());
  for (const StatementView edge : input.graph.statements())
    out.emplace(edge.hash, number(edge.index));
  std::uint32_t next = input.graph.statement_count();
  for (const StatementView edge : input.inferred->statements()) {
    if (is_inferred(edge)) out.emplace(edge.hash, next++);
  }
  return out;
}

}  // namespace

std::vector<InferenceCount> count_inferences(const KnowledgeGraph& graph) {
  std::map<std::pair<std::string_view, std::string_view>, std::uint32_t> counts;
  for (const StatementView edge : graph.statements()) {
    if (!is_inferred(edge)) continue;
    const EvidenceView evidence = *edge.evidence.begin();
    ++counts[{edge.relation, evidence.rule.substr(kInferredPrefix.size())}];
  }
  std::vector<InferenceCount> out;
  out.reserve(counts.size());
  for (const auto& [key, edges] : counts) out.push_back({key.first, key.second, edges});
  return out;
}

std::string inferred_block(const ReviewInput& input) {
  const KnowledgeGraph& inferred = *input.inferred;
  const auto numbers = numbers_of(input);
  const Derivations derivations(inferred);
  TextPool relations, rules;
  EdgeColumns edges;
  Column rule, premises;
  for (const StatementView edge : inferred.statements()) {
    if (!is_inferred(edge)) continue;
    const Derivation derivation = derivations.of(edge);
    // Inferring adds edges and no nodes.
    edges.add(*input.graph.find(inferred.id(edge.subject)),
              *input.graph.find(inferred.id(edge.object)), relations[edge.relation], edge,
              premises.size());
    rule.push_back(rules[derivation.rule]);
    for (const StatementIndex premise : derivation.premises)
      premises.push_back(numbers.at(inferred.hash(premise)));
  }
  JsonBlock json;
  json.open_object();
  relations.write(json, "relations");
  rules.write(json, "rules");
  edges.write(json, premises.size());
  json.numbers("rule", rule);
  json.numbers("premises", premises);
  json.close_object();
  return std::move(json).take();
}

}  // namespace samgak::review
