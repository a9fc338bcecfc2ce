#include "cli/ontology_folders.hpp"

#include <fmt/format.h>
#include <CLI/Option.hpp>

#include <system_error>

#include "ontology/ontology.hpp"
#include "text/diagnostic.hpp"

namespace samgak {

namespace fs = std::filesystem;

std::vector<fs::path> ontology_folders(const std::vector<fs::path>& overlays) {
  std::error_code ignored;
  // The program's own file, wherever it was called from.
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  std::vector<fs::path> folders{default_ontology_folder(program)};
  for (const fs::path& overlay : overlays) {
    if (!fs::is_directory(overlay, ignored))
      throw LoadError(fmt::format("{}: no such folder", overlay.string()));
    folders.push_back(overlay);
  }
  return folders;
}

void add_ontology_option(CLI::App& command, std::vector<fs::path>& overlays) {
  command.add_option("--ontology", overlays, "Folder laid over Samgak's own ontology (repeatable)")
      ->type_name("DIR")
      ->allow_extra_args(false);
}

}  // namespace samgak
