#include "review/inferred_block.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "reasoning/derivation.hpp"
#include "reasoning/inferred_graph.hpp"
#include "review/json_block.hpp"

namespace samgak::review {
namespace {

using Column = std::vector<std::uint32_t>;

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

/// Each text once, in the order of coming.
class Names {
 public:
  std::uint32_t operator[](std::string_view name) {
    const auto found = std::find(names_.begin(), names_.end(), name);
    if (found == names_.end()) return names_.emplace_back(name), size() - 1;
    return static_cast<std::uint32_t>(found - names_.begin());
  }
  [[nodiscard]] const std::vector<std::string>& all() const { return names_; }

 private:
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(names_.size()); }
  std::vector<std::string> names_;
};

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
  Names relations, rules;
  Column subject, object, relation, rule, confidence, first, premises;
  std::string status;
  for (const StatementView edge : inferred.statements()) {
    if (!is_inferred(edge)) continue;
    const Derivation derivation = derivations.of(edge);
    // Inferring adds edges and no nodes.
    subject.push_back(number(*input.graph.find(inferred.id(edge.subject))));
    object.push_back(number(*input.graph.find(inferred.id(edge.object))));
    relation.push_back(relations[edge.relation]);
    rule.push_back(rules[derivation.rule]);
    confidence.push_back(edge.confidence);
    status += static_cast<char>('0' + static_cast<int>(edge.status));
    first.push_back(static_cast<std::uint32_t>(premises.size()));
    for (const StatementIndex premise : derivation.premises)
      premises.push_back(numbers.at(inferred.hash(premise)));
  }
  first.push_back(static_cast<std::uint32_t>(premises.size()));
  JsonBlock json;
  json.open_object();
  json.texts("relations", relations.all());
  json.texts("rules", rules.all());
  json.numbers("subject", subject);
  json.numbers("object", object);
  json.numbers("relation", relation);
  json.numbers("rule", rule);
  json.numbers("confidence", confidence);
  json.text("status", status);
  json.numbers("first", first);
  json.numbers("premises", premises);
  json.close_object();
  return std::move(json).take();
}

}  // namespace samgak::review
