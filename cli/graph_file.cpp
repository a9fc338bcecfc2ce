#include "cli/graph_file.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>

#include "cli/stop_signal.hpp"
#include "graph/jsonl_reader.hpp"
#include "text/diagnostic.hpp"

namespace samgak {

KnowledgeGraph load_graph(const std::string& path) {
  if (path == "-") return read_graph(std::cin, "standard input");
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
  KnowledgeGraph graph = read_graph(in, path);
  throw_if_stopped();
  return graph;
}

}  // namespace samgak
