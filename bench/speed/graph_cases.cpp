#include <memory>
#include <sstream>

#include "bench/speed/generated_graph.hpp"
#include "bench/speed/measured_case.hpp"
#include "exporters/registry.hpp"
#include "graph/graph_builder.hpp"
#include "graph/jsonl_reader.hpp"

namespace samgak {

namespace {

constexpr std::uint32_t kNodes = 1000;
constexpr std::uint32_t kEdges = 5000;
constexpr std::uint64_t kSeed = 42;

class NullSink : public Sink {
 protected:
  void write(std::string_view) override {}
};

std::function<void()> prepare_add() {
  auto extraction =
      std::make_shared<Extraction>(to_extraction(generate_graph(kNodes, kEdges, kSeed)));
  auto builder = std::make_shared<GraphBuilder>();
  return [=] { builder->add(std::move(*extraction)); };
}

std::function<void()> prepare_freeze() {
  auto builder = std::make_shared<GraphBuilder>();
  builder->add(to_extraction(generate_graph(kNodes, kEdges, kSeed)));
  auto graph = std::make_shared<KnowledgeGraph>();
  return [=] { *graph = std::move(*builder).build(); };
}

std::function<void()> prepare_load() {
  std::string text;
  StringSink sink(text);
  find_exporter("jsonl")->write(to_knowledge_graph(generate_graph(kNodes, kEdges, kSeed)), {},
                                sink);
  auto in = std::make_shared<std::istringstream>(text);
  auto builder = std::make_shared<GraphBuilder>();
  return [=] { read_jsonl(*in, "generated.jsonl", *builder); };
}

std::function<void()> prepare_export(const Exporter& exporter) {
  auto graph =
      std::make_shared<KnowledgeGraph>(to_knowledge_graph(generate_graph(kNodes, kEdges, kSeed)));
  return [graph, &exporter] {
    exporter.write_folder(*graph, {},
                          [](std::string_view) { return std::make_unique<NullSink>(); });
  };
}

}  // namespace

std::vector<MeasuredCase> graph_cases() {
  std::vector<MeasuredCase> cases = {{"graph/add", prepare_add},
                                     {"graph/freeze", prepare_freeze},
                                     {"graph/load-jsonl", prepare_load}};
  for (const Exporter* exporter : exporters()) {
    cases.push_back({"export/" + std::string(exporter->card().name),
                     [exporter] { return prepare_export(*exporter); }});
  }
  return cases;
}

}  // namespace samgak
