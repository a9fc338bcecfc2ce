#include "ontology/vocabulary.hpp"

#include <fmt/format.h>

#include <map>

#include "ontology/tsv.hpp"
#include "ontology/turtle_reader.hpp"
#include "text/diagnostic.hpp"

namespace samgak {

namespace fs = std::filesystem;

Vocabulary::Vocabulary(const std::vector<fs::path>& files) {
  for (const fs::path& file : files) read_rdf_file(file, graph_, &prefixes_);
  graph_.freeze();
}

std::vector<fs::path> vocabulary_files(const std::vector<fs::path>& folders) {
  std::map<std::string, fs::path> by_name;
  for (const fs::path& folder : folders) {
    const fs::path schema = fs::is_directory(folder / "schema") ? folder / "schema" : folder;
    for (fs::path& file : data_files(schema, ".ttl")) {
      by_name[file.filename().string()] = std::move(file);
    }
  }
  if (by_name.empty()) {
    throw LoadError(
        fmt::format("{}: there is no Turtle file (.ttl) in it", folders.back().string()));
  }
  std::vector<fs::path> files;
  for (auto& [name, path] : by_name) files.push_back(std::move(path));
  return files;
}

}  // namespace samgak
