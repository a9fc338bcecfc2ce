// Where the ontology of a run lies.
#pragma once

#include <CLI/App.hpp>
#include <filesystem>
#include <vector>

namespace samgak {

/// Samgak's own folder, then `overlays` as they were typed. Throws `LoadError` when one of them is
/// no folder.
[[nodiscard]] std::vector<std::filesystem::path> ontology_folders(
    const std::vector<std::filesystem::path>& overlays);

/// `--ontology DIR`, which many commands have in common.
void add_ontology_option(CLI::App& command, std::vector<std::filesystem::path>& overlays);

}  // namespace samgak
