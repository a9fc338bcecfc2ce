#include "ontology/gazetteer_entry.hpp"

#include <fmt/format.h>

#include <iterator>

#include "ontology/tsv.hpp"
#include "text/diagnostic.hpp"

namespace samgak {

std::vector<GazetteerEntry> load_gazetteer(const std::filesystem::path& path) {
  std::vector<GazetteerEntry> out;
  for_each_tsv_row(path, 10, [&](const std::vector<std::string_view>& f) {
    if (f[0].empty() || f[1].empty() || (f[2].empty() && f[3].empty())) {
      throw LoadError("a gazetteer row needs an id, a type and a Korean or English name");
    }
    GazetteerEntry entry;
    entry.id = f[0];
    entry.type = f[1];
    entry.ko = f[2].empty() ? f[3] : f[2];
    entry.en = f[3];
    entry.ja = f[4];
    entry.aliases = split_values(f[5]);
    entry.bare = split_values(f[6]);
    entry.parents = split_values(f[7]);
    if (const std::size_t slash = f[8].find('/'); slash != std::string_view::npos) {
      entry.valid_from = f[8].substr(0, slash);
      entry.valid_until = f[8].substr(slash + 1);
    } else if (!f[8].empty()) {
      throw LoadError(fmt::format("«{}» is no interval such as 2013-03/2017-07", f[8]));
    }
    entry.wikidata = f[9];
    out.push_back(std::move(entry));
  });
  return out;
}

std::vector<GazetteerEntry> load_gazetteers(const std::filesystem::path& folder) {
  std::vector<GazetteerEntry> out;
  for (const std::filesystem::path& file : data_files(folder, ".tsv")) {
    std::vector<GazetteerEntry> more = load_gazetteer(file);
    std::move(more.begin(), more.end(), std::back_inserter(out));
  }
  return out;
}

}  // namespace samgak
