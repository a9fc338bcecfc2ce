// make_graphs FOLDER: writes the hostile graph, a large generated one and smaller ones for pictures
// as FOLDER/hostile/graph.jsonl, FOLDER/generated/graph.jsonl and FOLDER/sample-NODES/graph.jsonl;
// `samgak export` makes everything else from these.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>

#include "bench/speed/generated_graph.hpp"
#include "cli/output_set.hpp"
#include "exporters/registry.hpp"
#include "tests/support/hostile_graph.hpp"

namespace {

constexpr std::uint32_t kNodes = 20000;
/// One of them comes out twice, which leaves 100,000.
constexpr std::uint32_t kEdges = 100001;
constexpr std::uint64_t kSeed = 20260101;

void write(const samgak::KnowledgeGraph& graph, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  samgak::OutputSet output;
  const std::unique_ptr<samgak::Sink> sink = output.open(folder / "graph.jsonl");
  static_cast<void>(samgak::find_exporter("jsonl")->write(graph, {}, *sink));
  output.commit();
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fputs("make_graphs: expected a folder\n", stderr);
    return 2;
  }
  try {
    const std::filesystem::path folder = arguments[1];
    write(samgak::hostile_graph(), folder / "hostile");
    write(samgak::to_knowledge_graph(samgak::generate_graph(kNodes, kEdges, kSeed)),
          folder / "generated");
    for (const std::uint32_t nodes : {200U, 1000U, 10000U}) {
      write(samgak::to_knowledge_graph(samgak::generate_graph(nodes, 3 * nodes, kSeed)),
            folder / ("sample-" + std::to_string(nodes)));
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "make_graphs: %s\n", error.what());
    return 1;
  }
}
