// A known individual: a state, a body, an institute, a person, a technology, a place.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "ontology/entity_type.hpp"

namespace samgak {

/// One row of a gazetteer file. The head comment of each file in `ontology/gazetteer/` documents
/// the columns.
struct GazetteerEntry {
  std::string id;    ///< e.g. `body/kr/motie`
  std::string type;  ///< class of the ontology
  std::string ko;    ///< canonical Korean name
  std::string en;
  std::string ja;
  std::vector<std::string> aliases;  ///< surface forms that name it without any context
  std::vector<std::string> bare;     ///< surface forms that others share: context decides
  std::vector<std::string> parents;  ///< state of a body, broader concepts of a technology
  std::string valid_from;            ///< ISO 8601 or empty
  std::string valid_until;           ///< ISO 8601 or empty
  std::string wikidata;              ///< `Q…` or empty
  // Set when the whole ontology is loaded:
  EntityType kind;                         ///< `type` as a number
  const GazetteerEntry* parent = nullptr;  ///< the row of the first of `parents`
};

/// Reads one file of `ontology/gazetteer/`. Throws LoadError (`file:line: …`).
[[nodiscard]] std::vector<GazetteerEntry> load_gazetteer(const std::filesystem::path& path);
/// The rows of all files (`*.tsv`) of a folder, in the order of the files' names; none where there
/// is no such folder.
[[nodiscard]] std::vector<GazetteerEntry> load_gazetteers(const std::filesystem::path& folder);

}  // namespace samgak
