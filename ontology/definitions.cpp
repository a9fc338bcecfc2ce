#include "ontology/definitions.hpp"

#include <set>

#include "ontology/tsv.hpp"
#include "text/diagnostic.hpp"

namespace samgak {

Definitions load_definitions(const std::vector<std::filesystem::path>& folders) {
  Definitions out;
  for (const std::filesystem::path& folder : folders) {
    const std::filesystem::path home = folder / "gazetteer" / "definitions";
    if (!std::filesystem::is_directory(home)) continue;
    std::set<std::filesystem::path> files;
    for (const auto& file : std::filesystem::directory_iterator(home)) {
      if (file.path().extension() == ".tsv") files.insert(file.path());
    }
    for (const std::filesystem::path& file : files) {
      for_each_tsv_row(file, 3, [&](const std::vector<std::string_view>& fields) {
        if (fields[0].empty()) throw LoadError("a definition needs the id of its entry");
        out[std::string(fields[0])] = {std::string(fields[1]), std::string(fields[2]), {}};
      });
    }
  }
  return out;
}

}  // namespace samgak
