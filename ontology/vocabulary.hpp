// A vocabulary as its files say it: one RDF graph and the prefixes that they use.
#pragma once

#include <filesystem>
#include <vector>

#include "ontology/rdf_graph.hpp"
#include "ontology/rdf_prefixes.hpp"

namespace samgak {

/// Read once, then constant. Stays where it was made: the graph points to its terms.
class Vocabulary {
 public:
  /// Reads the files together. Throws `LoadError` for one that does not parse.
  explicit Vocabulary(const std::vector<std::filesystem::path>& files);
  Vocabulary(const Vocabulary&) = delete;
  Vocabulary& operator=(const Vocabulary&) = delete;

  [[nodiscard]] const RdfGraph& graph() const { return graph_; }
  [[nodiscard]] const RdfPrefixes& prefixes() const { return prefixes_; }

 private:
  TermTable terms_;
  RdfGraph graph_{terms_};
  RdfPrefixes prefixes_;
};

/// Turtle files that say together what the ontology of `folders` is: each `schema/*.ttl`, taken
/// from the last folder that has one of that name; sorted by name. A folder without `schema` stands
/// for such a folder of files itself. Throws `LoadError` where there is no file.
[[nodiscard]] std::vector<std::filesystem::path> vocabulary_files(
    const std::vector<std::filesystem::path>& folders);

}  // namespace samgak
