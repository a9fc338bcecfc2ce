// What the entries of the gazetteer are, in words for people.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "ontology/schema.hpp"

namespace samgak {

/// By id of the entry; there is none in Japanese.
using Definitions = std::map<std::string, Labels, std::less<>>;

/// Reads `gazetteer/definitions/*.tsv` of folders laid out like `ontology/`. Of two for one entry
/// that of the later folder counts. Throws LoadError (`file:line: …`).
[[nodiscard]] Definitions load_definitions(const std::vector<std::filesystem::path>& folders);

}  // namespace samgak
