// An entity as an extractor states it: one node of the graph to be, as one or several documents see
// it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace samgak {

/// How far an act has come by the text. What is denied or failed is no statement at all.
enum class Status : std::uint8_t { held, planned, proposed };

[[nodiscard]] std::string_view to_string(Status status);

/// A place in a source file: Unicode code points of the file as it lies on disk, end excluded.
struct Place {
  std::string document;  ///< `Document::name()`
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend auto operator<=>(const Place&, const Place&) = default;
};

/// Words of a text that name an entity, and why they were taken to name this one.
struct EntityMention {
  Place place;
  std::string surface;  ///< clean text of that place
  std::string reason;  ///< e.g. `gazetteer`, `surname + post → 안덕근`, `same states, type and
                       ///< ordinal as …`

  friend auto operator<=>(const EntityMention&, const EntityMention&) = default;
};

/// A value that a text gives for an attribute. Two values that disagree are both kept.
struct AttributeClaim {
  std::string key;    ///< `date`, `status`, …
  std::string value;  ///< ISO 8601 for dates, `held`/`planned`/`proposed` for status
  Place place;        ///< where it is said

  friend auto operator<=>(const AttributeClaim&, const AttributeClaim&) = default;
};

/// Invariants: `id` and `type` are not empty; `id` is the same on every run for the same input.
struct Entity {
  std::string id;    ///< IRI below the base of entities, e.g. `state/KR`, `meeting/…`; no spaces
  std::string type;  ///< local name of a class of the ontology
  std::string name;  ///< preferred name, Korean where there is one
  std::string name_en;
  std::string name_ja;
  std::string wikidata;  ///< `Q…` or empty
  std::vector<std::string> aliases;
  std::vector<EntityMention> mentions;
  std::vector<AttributeClaim> claims;
};

}  // namespace samgak
