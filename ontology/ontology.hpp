// The knowledge that Samgak reads from `ontology/`: classes, relations, names, cues and rules.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/frame_rule.hpp"
#include "ontology/gazetteer_entry.hpp"
#include "ontology/lexicon.hpp"
#include "ontology/schema.hpp"

namespace samgak {

/// Loaded once, then constant and shared by all threads.
struct Ontology {
  Schema schema;
  std::vector<GazetteerEntry> gazetteer;  ///< sorted by id
  Lexicon lexicon;
  std::vector<FrameRule> rules;  ///< in file order
  std::string tagger_model;      ///< bytes of the name tagger's model, empty when there is none

  [[nodiscard]] std::uint32_t number_of(const GazetteerEntry& entry) const {
    return static_cast<std::uint32_t>(&entry - gazetteer.data());
  }
  [[nodiscard]] const GazetteerEntry* find(std::string_view id) const;
};

/// Loads a folder laid out like `ontology/` of this project, and lays each of `overlays` over it: a
/// gazetteer row or a rule with an id that is known already replaces the former one, everything
/// else is added. Throws LoadError (`file:line: …`) on the first bad line.
[[nodiscard]] std::unique_ptr<const Ontology> load_ontology(
    const std::filesystem::path& folder, const std::vector<std::filesystem::path>& overlays = {},
    FrameExamples examples = FrameExamples::read);

/// Where the program finds its own `ontology/`: $SAMGAK_DATA, beside the program
/// (`../share/samgak/ontology`), the install prefix, the source tree it was built from; the first
/// that exists. Throws LoadError when none does.
[[nodiscard]] std::filesystem::path default_ontology_folder(const std::filesystem::path& program);

}  // namespace samgak
