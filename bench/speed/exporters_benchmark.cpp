// Every exporter of the registry beside the writers that people would use instead, on one graph, in
// one run.
//
//   samgak_bench_exporters [--nodes=N] [--edges=M] [--seed=S] [options of Google Benchmark]
//
// Only formatting is timed, into /dev/null; graphs and what the peers want are made before.
// `edges/s` is what to compare, `bytes/s` belongs to each format alone. `peak` is how far the
// resident memory rose above the graph.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <vector>

#include "bench/speed/generated_graph.hpp"
#include "bench/speed/peers.hpp"
#include "exporters/registry.hpp"

namespace samgak {
namespace {

struct Bench {
  GeneratedGraph generated;
  KnowledgeGraph graph;
  std::unique_ptr<BoostPeer> boost;
  std::unique_ptr<RapidJsonPeer> rapidjson;
  std::unique_ptr<SerdPeer> serd;
};

/// A line of /proc/self/status in bytes.
std::uint64_t memory(std::string_view key) {
  std::ifstream status("/proc/self/status");
  std::string word;
  std::uint64_t kilobytes = 0;
  while (status >> word) {
    if (word == key && status >> kilobytes) break;
  }
  return kilobytes * 1024;
}

/// How far resident memory rises while `work` runs.
template <typename Work>
std::uint64_t peak_of(Work work) {
  std::ofstream("/proc/self/clear_refs") << "5";
  const std::uint64_t before = memory("VmRSS:");
  work();
  const std::uint64_t peak = memory("VmHWM:");
  return peak > before ? peak - before : 0;
}

class CountingSink : public Sink {
 public:
  std::uint64_t bytes = 0;

 protected:
  void write(std::string_view piece) override { bytes += piece.size(); }
};

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

void set_counters(benchmark::State& state, std::uint64_t edges, std::uint64_t bytes) {
  const auto per_run = benchmark::Counter::kIsIterationInvariantRate;
  state.counters["edges/s"] = benchmark::Counter(static_cast<double>(edges), per_run);
  state.counters["bytes/s"] = benchmark::Counter(static_cast<double>(bytes), per_run);
}

void run_exporter(benchmark::State& state, const Exporter& exporter, const KnowledgeGraph& graph) {
  CountingSink counting;
  exporter.write(graph, {}, counting);
  const File null(std::fopen("/dev/null", "wb"));
  std::setvbuf(null.get(), nullptr, _IONBF, 0);
  const auto once = [&] {
    FileSink sink(null.get(), "/dev/null");
    exporter.write(graph, {}, sink);
  };
  state.counters["peak"] = static_cast<double>(peak_of(once));
  for (auto _ : state) once();
  set_counters(state, graph.statement_count(), counting.bytes);
}

template <typename Write>
void run_stream(benchmark::State& state, std::uint64_t edges, Write write) {
  std::vector<char> buffer(256 * 1024);
  std::ofstream null;
  null.rdbuf()->pubsetbuf(buffer.data(), static_cast<std::streamsize>(buffer.size()));
  null.open("/dev/null", std::ios::binary);
  for (auto _ : state) {
    write(null);
    null.flush();
  }
  state.counters["edges/s"] =
      benchmark::Counter(static_cast<double>(edges), benchmark::Counter::kIsIterationInvariantRate);
}

/// The bytes of GraphML to a real file, by our exporter and by fwrite alone.
void run_to_file(benchmark::State& state, const KnowledgeGraph& graph, bool plain) {
  const Exporter& exporter = *find_exporter("graphml");
  std::string text;
  {
    StringSink sink(text);
    exporter.write(graph, {}, sink);
  }
  const File file(std::tmpfile());
  for (auto _ : state) {
    std::rewind(file.get());
    if (plain) {
      std::fwrite(text.data(), 1, text.size(), file.get());
    } else {
      FileSink sink(file.get(), "temporary file");
      exporter.write(graph, {}, sink);
    }
    std::fflush(file.get());
  }
  set_counters(state, graph.statement_count(), text.size());
}

void register_all(Bench& bench) {
  for (const Exporter* exporter : exporters()) {
    if (exporter->card().folder) continue;
    benchmark::RegisterBenchmark(
        fmt::format("samgak/{}", exporter->card().name).c_str(),
        [exporter, &bench](benchmark::State& s) { run_exporter(s, *exporter, bench.graph); });
  }
  const std::uint64_t edges = bench.generated.edges.size();
  benchmark::RegisterBenchmark("boost/write_graphml", [&bench, edges](benchmark::State& s) {
    run_stream(s, edges, [&](std::ostream& out) { bench.boost->write_graphml(out); });
  });
  benchmark::RegisterBenchmark("boost/write_graphviz_dp", [&bench, edges](benchmark::State& s) {
    run_stream(s, edges, [&](std::ostream& out) { bench.boost->write_graphviz_dp(out); });
  });
  if (bench.rapidjson) {
    benchmark::RegisterBenchmark(
        "rapidjson/Writer_of_our_jsonld", [&bench, edges](benchmark::State& s) {
          const File null(std::fopen("/dev/null", "wb"));
          for (auto _ : s) bench.rapidjson->write(null.get());
          s.counters["edges/s"] = benchmark::Counter(static_cast<double>(edges),
                                                     benchmark::Counter::kIsIterationInvariantRate);
        });
  }
  if (bench.serd) {
    benchmark::RegisterBenchmark("serd/writer_of_our_nquads", [&bench, edges](benchmark::State& s) {
      const File null(std::fopen("/dev/null", "wb"));
      for (auto _ : s) {
        bench.serd->write(
            [](const void* bytes, std::size_t size, void* to) {
              return std::fwrite(bytes, 1, size, static_cast<std::FILE*>(to));
            },
            null.get());
      }
      s.counters["edges/s"] = benchmark::Counter(static_cast<double>(edges),
                                                 benchmark::Counter::kIsIterationInvariantRate);
      s.counters["quads"] = static_cast<double>(bench.serd->quads());
    });
  }
  for (const bool plain : {false, true}) {
    benchmark::RegisterBenchmark(
        plain ? "file/fwrite_of_our_graphml" : "file/graphml",
        [&bench, plain](benchmark::State& s) { run_to_file(s, bench.graph, plain); });
  }
}

std::string written(const KnowledgeGraph& graph, std::string_view format) {
  std::string text;
  if (const Exporter* exporter = find_exporter(format)) {
    StringSink sink(text);
    exporter->write(graph, {}, sink);
  }
  return text;
}

/// Does serd, fed with our quads, write the very bytes that we wrote?
bool same_as_serd(const SerdPeer& serd, std::string_view ours) {
  std::string theirs;
  serd.write(
      [](const void* bytes, std::size_t size, void* to) {
        static_cast<std::string*>(to)->append(static_cast<const char*>(bytes), size);
        return size;
      },
      &theirs);
  return theirs == ours;
}

/// Takes `--KEY=NUMBER` out of the arguments.
std::uint64_t take_number(int& argc, char** argv, std::string_view key, std::uint64_t otherwise) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (!argument.starts_with(key)) continue;
    const std::uint64_t value = std::strtoull(argv[i] + key.size(), nullptr, 10);
    std::rotate(argv + i, argv + i + 1, argv + argc);
    --argc;
    return value;
  }
  return otherwise;
}

int run(int argc, char** argv) {
  const auto nodes = static_cast<std::uint32_t>(take_number(argc, argv, "--nodes=", 20000));
  const auto edges = static_cast<std::uint32_t>(take_number(argc, argv, "--edges=", 100000));
  const std::uint64_t seed = take_number(argc, argv, "--seed=", 42);
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;

  Bench bench;
  bench.generated = generate_graph(nodes, edges, seed);
  const std::uint64_t before = memory("VmRSS:");
  bench.graph = to_knowledge_graph(bench.generated);
  // What the builder used and gave back must not count for the graph.
  malloc_trim(0);
  const std::uint64_t after = memory("VmRSS:");
  const std::uint64_t made = bench.generated.edges.size();
  bench.boost = std::make_unique<BoostPeer>(bench.generated);
  if (const std::string json = written(bench.graph, "jsonld"); !json.empty()) {
    bench.rapidjson = std::make_unique<RapidJsonPeer>(json);
  }
  std::string serd_says = "not compared";
  if (const std::string nquads = written(bench.graph, "nquads"); !nquads.empty()) {
    bench.serd = std::make_unique<SerdPeer>(nquads);
    serd_says = same_as_serd(*bench.serd, nquads) ? "yes" : "no";
  }
  benchmark::AddCustomContext("graph",
                              fmt::format("{} nodes, {} edges, seed {}", nodes, made, seed));
  benchmark::AddCustomContext("payload_bytes_an_edge",
                              fmt::format("{:.1f}", static_cast<double>(bench.generated.payload()) /
                                                        static_cast<double>(made)));
  benchmark::AddCustomContext(
      "memory_bytes_an_edge",
      fmt::format("{:.1f}", static_cast<double>(after - before) / static_cast<double>(made)));
  benchmark::AddCustomContext("nquads_equal_serd", serd_says);
  register_all(bench);
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}

}  // namespace
}  // namespace samgak

int main(int argc, char** argv) {
  return samgak::run(argc, argv);
}
