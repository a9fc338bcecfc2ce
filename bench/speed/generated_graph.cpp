#include "bench/speed/generated_graph.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

#include "graph/graph_builder.hpp"

namespace samgak {

namespace {

/// SplitMix64: a few lines, and the same numbers everywhere, which the standard's distributions do
/// not promise.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  std::uint32_t below(std::uint32_t end) { return static_cast<std::uint32_t>(next() % end); }
  template <typename List>
  const auto& of(const List& list) {
    return list[below(static_cast<std::uint32_t>(std::max<std::size_t>(1, list.size())))];
  }

 private:
  std::uint64_t state_;
};

using Words = std::array<std::string_view, 12>;
constexpr std::array<std::string_view, 9> kTypes{"Agreement", "Country",      "Meeting",
                                                 "Ministry",  "Organization", "Person",
                                                 "Place",     "Programme",    "Technology"};
constexpr std::array<std::string_view, 13> kRelations{
    "adoptedAt", "agreed", "attended", "chaired", "concerns", "cooperatesOn", "cooperatesWith",
    "discussed", "heldIn", "operates", "partOf",  "protects", "worksFor"};
constexpr Words kKorean{"반도체", "공급망", "첨단", "경제안보", "핵심광물", "양자",
                        "협력",   "기술",   "보호", "국제",     "산업",     "연구"};
constexpr Words kHeads{"회의", "대화", "위원회", "협의체", "연구원",   "센터",
                       "사업", "협정", "포럼",   "재단",   "공동성명", "네트워크"};
constexpr Words kEnglish{"Semiconductor",     "Supply Chain",  "Advanced",    "Economic Security",
                         "Critical Minerals", "Quantum",       "Cooperation", "Technology",
                         "Protection",        "International", "Industry",    "Research"};
constexpr Words kVerbs{"논의했다", "체결했다", "협력하기로 했다", "참석했다",
                       "주재했다", "합의했다", "추진하고 있다",   "개최했다",
                       "발표했다", "채택했다", "운영하고 있다",   "강화하기로 했다"};

std::string quote(Random& random, std::string_view subject, std::string_view object) {
  return fmt::format("{}은(는) {} {}에서 {} {} 분야의 {} 방안을 {}.", subject, random.of(kKorean),
                     random.of(kHeads), object, random.of(kKorean), random.of(kKorean),
                     random.of(kVerbs));
}

}  // namespace

std::uint64_t GeneratedGraph::payload() const {
  std::uint64_t bytes = 0;
  for (const GeneratedNode& node : nodes)
    bytes += node.label_ko.size() + node.label_en.size() + node.qid.size();
  for (const GeneratedEdge& edge : edges) bytes += edge.evidence.size();
  return bytes;
}

GeneratedGraph generate_graph(std::uint32_t nodes, std::uint32_t edges, std::uint64_t seed) {
  Random random(seed);
  GeneratedGraph graph;
  graph.nodes.reserve(nodes);
  for (std::uint32_t i = 0; i < nodes; ++i) {
    graph.nodes.push_back(
        {std::string(random.of(kTypes)),
         fmt::format("{} {} {} {}", random.of(kKorean), random.of(kKorean), random.of(kHeads), i),
         fmt::format("{} {} No. {}", random.of(kEnglish), random.of(kEnglish), i),
         fmt::format("Q{}", 1000000 + i)});
  }
  graph.edges.reserve(edges);
  for (std::uint32_t i = 0; i < edges; ++i) {
    GeneratedEdge edge;
    edge.source = random.below(nodes);
    edge.target = random.below(nodes);
    edge.type = random.of(kRelations);
    edge.confidence = 0.5 + 0.01 * random.below(50);
    edge.date = fmt::format("20{:02}-{:02}-{:02}", 10 + random.below(15), 1 + random.below(12),
                            1 + random.below(28));
    edge.evidence =
        quote(random, graph.nodes[edge.source].label_ko, graph.nodes[edge.target].label_ko);
    graph.edges.push_back(std::move(edge));
  }
  const auto key = [](const GeneratedEdge& e) { return std::tie(e.source, e.type, e.target); };
  std::sort(graph.edges.begin(), graph.edges.end(), [&](const auto& a, const auto& b) {
    return std::tuple_cat(key(a), std::tie(a.date)) < std::tuple_cat(key(b), std::tie(b.date));
  });
  graph.edges.erase(std::unique(graph.edges.begin(), graph.edges.end(),
                                [&](const auto& a, const auto& b) { return key(a) == key(b); }),
                    graph.edges.end());
  return graph;
}

Extraction to_extraction(const GeneratedGraph& generated) {
  const auto id = [](std::uint32_t number) { return fmt::format("node/{:08}", number); };
  Extraction extraction;
  extraction.document = "generated";
  for (std::uint32_t i = 0; i < generated.nodes.size(); ++i) {
    const GeneratedNode& node = generated.nodes[i];
    Entity entity;
    entity.id = id(i);
    entity.type = node.type;
    entity.name = node.label_ko;
    entity.name_en = node.label_en;
    entity.wikidata = node.qid;
    extraction.entities.push_back(std::move(entity));
  }
  std::uint32_t number = 0;
  for (const GeneratedEdge& edge : generated.edges) {
    // A document of a hundred sentences, like the articles that graphs come from.
    const std::string document = fmt::format("article-{:06}.txt", number / 100);
    const std::uint32_t begin = number % 100 * 61;
    ++number;
    Statement statement;
    statement.subject = id(edge.source);
    statement.relation = edge.type;
    statement.object = id(edge.target);
    statement.date = edge.date;
    statement.evidence.push_back({{document, begin, begin + 60},
                                  edge.evidence,
                                  "bench.rule",
                                  "",
                                  Status::held,
                                  edge.confidence});
    extraction.statements.push_back(std::move(statement));
  }
  return extraction;
}

KnowledgeGraph to_knowledge_graph(const GeneratedGraph& generated) {
  GraphBuilder builder;
  builder.add(to_extraction(generated));
  return std::move(builder).build();
}

}  // namespace samgak
