// How much memory an export takes above the graph.
#include <gtest/gtest.h>
#include <malloc.h>

#include <cstdlib>
#include <fstream>
#include <string>

#include "exporters/registry.hpp"
#include "tests/support/hostile_graph.hpp"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SAMGAK_OWN_ALLOCATOR 0
#else
#define SAMGAK_OWN_ALLOCATOR 1
#endif

namespace samgak {
namespace {

constexpr std::uint32_t kNodes = 50000;
constexpr std::uint32_t kEdges = 250000;
/// Of a graph four times as large the layout of gexf and dot takes 11 MB, everything else less than
/// 4 (docs/performance.md).
constexpr std::uint64_t kMost = 8 * 1024;

KnowledgeGraph large_graph() {
  Extraction x;
  x.document = "large.txt";
  const auto id = [](std::uint32_t i) { return "node/" + std::to_string(1000000 + i); };
  for (std::uint32_t i = 0; i < kNodes; ++i) {
    Entity entity;
    entity.id = id(i);
    entity.type = i % 3 == 0 ? "Meeting" : "Organization";
    entity.name = "이름 " + std::to_string(i);
    x.entities.push_back(entity);
  }
  for (std::uint32_t i = 0; i < kEdges; ++i) {
    const std::uint32_t from = i % kNodes;
    const std::uint32_t to = (i * 2654435761U >> 8) % kNodes;
    x.statements.push_back(
        {id(from),
         "attended",
         id(to),
         {},
         "",
         {{{"large.txt", i, i + 5}, "누가 참석했다", "r", "", Status::held, 0.5}}});
  }
  return build_graph({std::move(x)});
}

/// Kilobytes.
std::uint64_t memory(const std::string& key) {
  std::ifstream in("/proc/self/status");
  for (std::string line; std::getline(in, line);) {
    if (line.rfind(key, 0) == 0) return std::strtoull(line.c_str() + key.size(), nullptr, 10);
  }
  return 0;
}

class Nowhere : public Sink {
 protected:
  void write(std::string_view) override {}
};

TEST(Memory, OfAnExportIsThatOfItsBuffers) {
  if (SAMGAK_OWN_ALLOCATOR == 0) GTEST_SKIP() << "a sanitizer keeps what is given back";
  const KnowledgeGraph graph = large_graph();
  for (const Exporter* exporter : exporters()) {
    malloc_trim(0);
    std::ofstream("/proc/self/clear_refs") << "5";
    const std::uint64_t before = memory("VmRSS:");
    ASSERT_GT(before, 0u);
    ASSERT_LT(memory("VmHWM:"), before + 4096) << "the highest mark was not taken back";
    static_cast<void>(exporter->write_folder(
        graph, {}, [](std::string_view) { return std::make_unique<Nowhere>(); }));
    EXPECT_LT(memory("VmHWM:"), before + kMost) << exporter->card().name;
  }
}

}  // namespace
}  // namespace samgak
