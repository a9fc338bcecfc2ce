// Every exporter beside the writers that people would use instead, on one generated graph.
//
//   samgak_bench_exporters [--nodes=N] [--edges=M] [--seed=S]
//   samgak_bench_exporters […] --print=jsonl     the graph itself, for peers in other languages
//
// Prints one line of JSON about the graph, then waits for names on standard input, one a line, runs
// each once and answers with one line: {"seconds": processor time, "bytes": …, "peak": …}; for
// `threads-1/FORMAT` and `threads-2/FORMAT` the seconds are those of the clock.
// measure.py beside it asks in alternating rounds, so that a slow moment of the machine falls on
// all alike. Only formatting is timed, into /dev/null; what the peers want is made before. `peak`
// is how far resident memory rose above the graph.
#include <fmt/format.h>
#include <malloc.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <streambuf>
#include <vector>

#include "bench/speed/generated_graph.hpp"
#include "bench/speed/peers.hpp"
#include "exporters/registry.hpp"
#include "graph/graph_builder.hpp"
#include "graph/jsonl_reader.hpp"

namespace samgak {
namespace {

/// What serd and RapidJSON get of a large document; their terms take ten times the room of the
/// text.
constexpr std::size_t kPeerBytes = std::size_t{256} << 20;

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

double processor_time() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

class CountingSink : public FileSink {
 public:
  CountingSink(std::FILE* file, std::uint64_t& bytes) : FileSink(file, "output"), bytes_(bytes) {}

 protected:
  void write(std::string_view piece) override {
    bytes_ += piece.size();
    FileSink::write(piece);
  }

 private:
  std::uint64_t& bytes_;
};

/// /dev/null for C++ streams, with a buffer like ours.
class CountingBuffer : public std::streambuf {
 public:
  CountingBuffer() : room_(Sink::kCapacity) { reset(); }
  [[nodiscard]] std::uint64_t bytes() const {
    return bytes_ + static_cast<std::uint64_t>(pptr() - pbase());
  }

 protected:
  int_type overflow(int_type c) override {
    bytes_ += static_cast<std::uint64_t>(pptr() - pbase());
    reset();
    return c == traits_type::eof() ? traits_type::not_eof(c) : sputc(static_cast<char>(c));
  }

 private:
  void reset() { setp(room_.data(), room_.data() + room_.size()); }
  std::vector<char> room_;
  std::uint64_t bytes_ = 0;
};

File unbuffered_null() {
  File null(std::fopen("/dev/null", "wb"));
  std::setvbuf(null.get(), nullptr, _IONBF, 0);
  return null;
}

struct Answer {
  double seconds = 0;
  std::uint64_t bytes = 0;
  std::uint64_t peak = 0;
};

double clock_time() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

template <typename Work>
Answer timed(Work work, double (*now)() = processor_time) {
  Answer answer;
  std::ofstream("/proc/self/clear_refs") << "5";
  const std::uint64_t before = memory("VmRSS:");
  const double start = now();
  answer.bytes = work();
  answer.seconds = now() - start;
  const std::uint64_t peak = memory("VmHWM:");
  answer.peak = peak > before ? peak - before : 0;
  return answer;
}

std::string written(const KnowledgeGraph& graph, std::string_view format) {
  std::string text;
  StringSink sink(text);
  find_exporter(format)->write(graph, {}, sink);
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

class Bench {
 public:
  Bench(std::uint32_t nodes, std::uint32_t edges, std::uint64_t seed);
  void describe() const;
  Answer run(const std::string& name);
  [[nodiscard]] const KnowledgeGraph& graph() const { return graph_; }

 private:
  Answer run_peer(const std::string& name);
  Answer run_to_file(bool plain);
  Answer run_load(bool freeze);
  const std::string& text(const std::string& format);

  GeneratedGraph generated_;
  KnowledgeGraph graph_;
  std::uint64_t graph_bytes_ = 0;
  std::map<std::string, std::string> texts_;
  std::unique_ptr<BoostPeer> boost_;
  std::unique_ptr<RapidJsonPeer> rapidjson_;
  std::unique_ptr<SerdPeer> serd_;
  std::uint64_t serd_bytes_ = 0;
};

Bench::Bench(std::uint32_t nodes, std::uint32_t edges, std::uint64_t seed)
    : generated_(generate_graph(nodes, edges, seed)) {
  const std::uint64_t before = memory("VmRSS:");
  graph_ = to_knowledge_graph(generated_);
  // What the builder used and gave back must not count for the graph.
  malloc_trim(0);
  graph_bytes_ = memory("VmRSS:") - before;
}

void Bench::describe() const {
  const auto edges = static_cast<double>(generated_.edges.size());
  fmt::print(
      "{{\"nodes\": {}, \"edges\": {}, \"payload\": {:.1f}, \"memory\": {:.1f}, \"formats\": [",
      generated_.nodes.size(), generated_.edges.size(),
      static_cast<double>(generated_.payload()) / edges, static_cast<double>(graph_bytes_) / edges);
  std::string_view before;
  for (const Exporter* exporter : exporters()) {
    fmt::print("{}\"{}\"", before, exporter->card().name);
    before = ", ";
  }
  fmt::print("]}}\n");
}

const std::string& Bench::text(const std::string& format) {
  std::string& text = texts_[format];
  if (text.empty()) text = written(graph_, format);
  return text;
}

Answer Bench::run(const std::string& name) {
  const std::size_t slash = name.find('/');
  if (slash == std::string::npos) throw std::invalid_argument(name);
  if (name == "load/jsonl") return run_load(false);
  if (name == "load/jsonl-and-freeze") return run_load(true);
  if (name.starts_with("file/")) return run_to_file(name == "file/fwrite");
  const bool threaded = name.starts_with("threads-");
  if (!threaded && !name.starts_with("samgak/")) return run_peer(name);
  // Large diagrams are laid out as well, which no peer does; this is the writing alone.
  const bool unplaced = name == "samgak/dot-unplaced";
  ExportOptions options;
  if (unplaced) options.engine = "sfdp";
  if (threaded) options.threads = name.starts_with("threads-2/") ? 2 : 1;
  const Exporter* exporter = find_exporter(unplaced ? "dot" : name.substr(slash + 1));
  if (exporter == nullptr) throw std::invalid_argument(name);
  const File null = unbuffered_null();
  const auto work = [&] {
    std::uint64_t bytes = 0;
    exporter->write_folder(graph_, options, [&](std::string_view) {
      return std::make_unique<CountingSink>(null.get(), bytes);
    });
    return bytes;
  };
  return timed(work, threaded ? clock_time : processor_time);
}

Answer Bench::run_peer(const std::string& name) {
  const File null = unbuffered_null();
  if (name.starts_with("boost/")) {
    if (!boost_) boost_ = std::make_unique<BoostPeer>(generated_);
    CountingBuffer buffer;
    std::ostream out(&buffer);
    return timed([&] {
      name == "boost/write_graphml" ? boost_->write_graphml(out) : boost_->write_graphviz_dp(out);
      return buffer.bytes();
    });
  }
  if (name == "rapidjson/writer") {
    if (!rapidjson_) rapidjson_ = std::make_unique<RapidJsonPeer>(text("jsonld"));
    const std::uint64_t bytes = text("jsonld").size();
    return timed([&] {
      rapidjson_->write(null.get());
      return bytes;
    });
  }
  if (name != "serd/writer") throw std::invalid_argument(name);
  if (!serd_) {
    std::string part = text("nquads");
    texts_.erase("nquads");
    // Whole lines from the middle: nearly all of them speak of statements.
    if (part.size() > kPeerBytes) {
      const std::size_t begin = part.find('\n', part.size() / 2 - kPeerBytes / 2) + 1;
      part = part.substr(begin, part.rfind('\n', begin + kPeerBytes) + 1 - begin);
    }
    serd_ = std::make_unique<SerdPeer>(part);
    serd_bytes_ = part.size();
    if (!same_as_serd(*serd_, part)) throw std::runtime_error("serd writes other N-Quads");
  }
  return timed([&] {
    serd_->write([](const void* bytes, std::size_t size,
                    void* to) { return std::fwrite(bytes, 1, size, static_cast<std::FILE*>(to)); },
                 null.get());
    return serd_bytes_;
  });
}

/// The bytes of GraphML to a real file, by our exporter and by fwrite alone.
Answer Bench::run_to_file(bool plain) {
  const std::string& bytes = text("graphml");
  const File file(std::tmpfile());
  return timed([&] {
    if (plain) {
      std::fwrite(bytes.data(), 1, bytes.size(), file.get());
    } else {
      FileSink sink(file.get(), "temporary file");
      find_exporter("graphml")->write(graph_, {}, sink);
    }
    std::fflush(file.get());
    return std::uint64_t{bytes.size()};
  });
}

Answer Bench::run_load(bool freeze) {
  std::istringstream in(text("jsonl"));
  return timed([&] {
    GraphBuilder builder;
    read_jsonl(in, "generated.jsonl", builder);
    if (freeze) static_cast<void>(std::move(builder).build());
    return std::uint64_t{text("jsonl").size()};
  });
}

std::uint64_t number_of(int argc, char** argv, std::string_view key, std::uint64_t otherwise) {
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]).starts_with(key)) {
      return std::strtoull(argv[i] + key.size(), nullptr, 10);
    }
  }
  return otherwise;
}

void print(const KnowledgeGraph& graph) {
  FileSink sink(stdout, "standard output");
  find_exporter("jsonl")->write(graph, {}, sink);
}

void serve(int argc, char** argv) {
  Bench bench(static_cast<std::uint32_t>(number_of(argc, argv, "--nodes=", 20000)),
              static_cast<std::uint32_t>(number_of(argc, argv, "--edges=", 100000)),
              number_of(argc, argv, "--seed=", 42));
  if (argc > 1 && std::string_view(argv[argc - 1]) == "--print=jsonl") return print(bench.graph());
  bench.describe();
  std::fflush(stdout);
  for (std::string name; std::getline(std::cin, name);) {
    const Answer answer = bench.run(name);
    fmt::print("{{\"seconds\": {:.6f}, \"bytes\": {}, \"peak\": {}}}\n", answer.seconds,
               answer.bytes, answer.peak);
    std::fflush(stdout);
  }
}

}  // namespace
}  // namespace samgak

int main(int argc, char** argv) {
  try {
    samgak::serve(argc, argv);
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "samgak_bench_exporters: {}\n", error.what());
    return 1;
  }
}
