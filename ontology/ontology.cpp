#include "ontology/ontology.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <numeric>
#include <unordered_map>

#include "ontology/tsv.hpp"
#include "text/diagnostic.hpp"

namespace samgak {
namespace {

namespace fs = std::filesystem;

/// Sorts numbers first: a row is large, and is moved once.
void sort_by_id(std::vector<GazetteerEntry>& entries) {
  std::vector<std::size_t> order(entries.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return entries[a].id < entries[b].id; });
  std::vector<GazetteerEntry> sorted;
  sorted.reserve(entries.size());
  for (const std::size_t i : order) sorted.push_back(std::move(entries[i]));
  entries = std::move(sorted);
}

/// Adds `items` to `known`; one with an id that is known already takes the place of the former.
template <typename Item>
void lay_over(std::vector<Item>& known, std::vector<Item> items) {
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < known.size(); ++i) places.emplace(known[i].id, i);
  for (Item& item : items) {
    const auto [place, fresh] = places.emplace(item.id, known.size());
    if (fresh) {
      known.push_back(std::move(item));
    } else {
      known[place->second] = std::move(item);
    }
  }
}

void load_folder(const fs::path& folder, Ontology& ontology, bool overlay, FrameExamples examples) {
  if (const fs::path schema = folder / "schema" / "samgak.ttl"; fs::exists(schema)) {
    ontology.schema = load_schema(schema);
  }
  load_lexicon(folder / "lexicon", ontology.lexicon);
  std::vector<GazetteerEntry> entries = load_gazetteers(folder / "gazetteer");
  std::vector<FrameRule> rules;
  for (const fs::path& file : data_files(folder / "rules", ".yaml")) {
    std::vector<FrameRule> more = load_frame_rules(file, examples);
    std::move(more.begin(), more.end(), std::back_inserter(rules));
  }
  if (overlay) {
    lay_over(ontology.gazetteer, std::move(entries));
    lay_over(ontology.rules, std::move(rules));
  } else {
    ontology.gazetteer = std::move(entries);
    ontology.rules = std::move(rules);
  }
  if (const fs::path model = folder / "models" / "names-ko.model"; fs::exists(model)) {
    ontology.tagger_model = read_file(model);
  }
}

/// Names of classes and rows become numbers and pointers, once the whole is there.
void link(Ontology& ontology) {
  for (GazetteerEntry& entry : ontology.gazetteer) {
    entry.kind = ontology.schema.type_of(entry.type);
    if (!entry.parents.empty()) entry.parent = ontology.find(entry.parents.front());
  }
  for (FrameRule& rule : ontology.rules) {
    for (FrameSlot& slot : rule.slots) {
      for (const std::string& type : slot.types)
        slot.kinds.set(ontology.schema.type_of(type).number());
    }
  }
}

void check(const Ontology& ontology) {
  for (std::size_t i = 1; i < ontology.gazetteer.size(); ++i) {
    if (ontology.gazetteer[i - 1].id == ontology.gazetteer[i].id) {
      throw LoadError(
          fmt::format("ontology/gazetteer: two rows have the id «{}»", ontology.gazetteer[i].id));
    }
  }
  for (const GazetteerEntry& entry : ontology.gazetteer) {
    if (ontology.schema.find_class(entry.type) == nullptr) {
      throw LoadError(
          fmt::format("ontology/gazetteer: «{}» has the unknown class «{}»", entry.id, entry.type));
    }
    for (const std::string& parent : entry.parents) {
      if (ontology.find(parent) == nullptr) {
        throw LoadError(
            fmt::format("ontology/gazetteer: «{}» has the unknown parent «{}»", entry.id, parent));
      }
    }
  }
  for (const FrameRule& rule : ontology.rules) {
    for (const FrameEdge& edge : rule.edges) {
      if (ontology.schema.find_relation(edge.relation) == nullptr) {
        throw LoadError(fmt::format("{}: unknown relation «{}»", rule.source, edge.relation));
      }
    }
  }
}

}  // namespace

const GazetteerEntry* Ontology::find(std::string_view id) const {
  const auto it =
      std::lower_bound(gazetteer.begin(), gazetteer.end(), id,
                       [](const GazetteerEntry& e, std::string_view i) { return e.id < i; });
  return it != gazetteer.end() && it->id == id ? &*it : nullptr;
}

std::unique_ptr<const Ontology> load_ontology(const fs::path& folder,
                                              const std::vector<fs::path>& overlays,
                                              FrameExamples examples) {
  auto ontology = std::make_unique<Ontology>();
  if (!fs::is_directory(folder))
    throw LoadError(fmt::format("{}: no such folder", folder.string()));
  load_folder(folder, *ontology, false, examples);
  for (const fs::path& overlay : overlays) {
    if (!fs::is_directory(overlay))
      throw LoadError(fmt::format("{}: no such folder", overlay.string()));
    load_folder(overlay, *ontology, true, examples);
  }
  sort_by_id(ontology->gazetteer);
  check(*ontology);
  link(*ontology);
  return ontology;
}

fs::path default_ontology_folder(const fs::path& program) {
  std::vector<fs::path> candidates;
  if (const char* given = std::getenv("SAMGAK_DATA")) candidates.emplace_back(given);
  std::error_code ignored;
  const fs::path real = fs::canonical(program, ignored);
  candidates.push_back(real.parent_path().parent_path() / "share" / "samgak" / "ontology");
  candidates.emplace_back(SAMGAK_INSTALLED_ONTOLOGY);
  candidates.emplace_back(SAMGAK_SOURCE_ONTOLOGY);
  for (const fs::path& candidate : candidates) {
    if (fs::is_regular_file(candidate / "schema" / "samgak.ttl")) return candidate;
  }
  throw LoadError("the ontology was not found: name its folder in SAMGAK_DATA");
}

}  // namespace samgak
