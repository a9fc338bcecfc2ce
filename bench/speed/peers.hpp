// Writers of others, each with the data in the form that it wants, made before the clock runs.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>

#include "bench/speed/generated_graph.hpp"

namespace samgak {

/// Boost's writers over an adjacency_list with strings as bundled properties, as users of
/// Boost.Graph write it.
class BoostPeer {
 public:
  explicit BoostPeer(const GeneratedGraph& graph);
  ~BoostPeer();
  void write_graphml(std::ostream& out) const;
  void write_graphviz_dp(std::ostream& out) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// RapidJSON's Writer, given the document that our JSON-LD exporter wrote.
class RapidJsonPeer {
 public:
  explicit RapidJsonPeer(std::string_view json);
  ~RapidJsonPeer();
  /// Writes to a C stream through RapidJSON's own buffer.
  void write(std::FILE* out) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// serd's N-Quads writer, given the statements that our exporter wrote.
class SerdPeer {
 public:
  explicit SerdPeer(std::string_view nquads);
  ~SerdPeer();
  /// Calls `sink(stream, bytes, size)` for each piece, as serd does.
  using WriteBytes = std::size_t (*)(const void* bytes, std::size_t size, void* stream);
  void write(WriteBytes sink, void* stream) const;
  [[nodiscard]] std::uint64_t quads() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace samgak
