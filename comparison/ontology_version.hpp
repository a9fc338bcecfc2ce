// An ontology as it lies in folders or files, to be compared with another version of itself.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "comparison/change.hpp"
#include "comparison/data_use.hpp"
#include "ontology/gazetteer_entry.hpp"
#include "ontology/vocabulary.hpp"

namespace samgak {

class OntologyVersion {
 public:
  /// Each path is an RDF file, a folder of Turtle files, or a folder laid out like `ontology/`, of
  /// which the last has the say (a file by its name, a row of the gazetteer by its id). Throws
  /// `LoadError` for what does not parse.
  explicit OntologyVersion(const std::vector<std::filesystem::path>& paths);

  [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
  [[nodiscard]] const std::vector<GazetteerEntry>& gazetteer() const { return gazetteer_; }

 private:
  Vocabulary vocabulary_;
  std::vector<GazetteerEntry> gazetteer_;  ///< sorted by id
};

/// Vocabulary and gazetteer; sorted as `sort_changes` does.
[[nodiscard]] std::vector<Change> compare_ontologies(const OntologyVersion& before,
                                                     const OntologyVersion& after,
                                                     const DataUse& use);

}  // namespace samgak
