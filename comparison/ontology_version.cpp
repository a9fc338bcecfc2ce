#include "comparison/ontology_version.hpp"

#include <iterator>
#include <map>
#include <utility>

#include "comparison/vocabulary_comparison.hpp"

namespace samgak {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_of(const std::vector<fs::path>& paths) {
  const bool one_file = paths.size() == 1 && !fs::is_directory(paths.front());
  return one_file ? paths : vocabulary_files(paths);
}

}  // namespace

OntologyVersion::OntologyVersion(const std::vector<fs::path>& paths)
    : vocabulary_(files_of(paths)) {
  std::map<std::string, GazetteerEntry> by_id;
  for (const fs::path& path : paths) {
    for (GazetteerEntry& entry : load_gazetteers(path / "gazetteer")) {
      std::string id = entry.id;
      by_id.insert_or_assign(std::move(id), std::move(entry));
    }
  }
  for (auto& [id, entry] : by_id) gazetteer_.push_back(std::move(entry));
}

std::vector<Change> compare_ontologies(const OntologyVersion& before, const OntologyVersion& after,
                                       const DataUse& use) {
  std::vector<Change> out = compare_vocabularies(before.vocabulary(), after.vocabulary(), use);
  std::vector<Change> entries = compare_gazetteers(before.gazetteer(), after.gazetteer(), use);
  std::move(entries.begin(), entries.end(), std::back_inserter(out));
  sort_changes(out);
  return out;
}

}  // namespace samgak
