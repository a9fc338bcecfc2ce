#include "cli/graph_file.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "cli/standard_input.hpp"
#include "cli/stop_signal.hpp"
#include "graph/jsonl_reader.hpp"
#include "text/diagnostic.hpp"

namespace samgak {

namespace {

/// A signal cuts the input short; that must not look like a file that was cut short.
KnowledgeGraph read_or_stop(std::istream& in, const std::string& name) {
  try {
    KnowledgeGraph graph = read_graph(in, name);
    throw_if_stopped();
    return graph;
  } catch (const LoadError&) {
    throw_if_stopped();
    throw;
  }
}

}  // namespace

KnowledgeGraph load_graph(const std::string& path) {
  if (path == "-") return read_or_stop(standard_input(), "standard input");
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    throw LoadError(fmt::format("{}: is a folder; name the graph in it, for example {}", path,
                                (std::filesystem::path(path) / "graph.jsonl").string()));
  }
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    throw LoadError(fmt::format("{}: cannot be read: {}; `samgak build` makes such a file", path,
                                std::generic_category().message(errno)));
  }
  return read_or_stop(in, path);
}

}  // namespace samgak
