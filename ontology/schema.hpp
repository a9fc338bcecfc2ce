// Classes and relations of the ontology, as `ontology/schema/samgak.ttl` declares them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/entity_type.hpp"

namespace samgak {

struct Labels {
  std::string ko;
  std::string en;
  std::string ja;
};

struct ClassInfo {
  std::string name;  ///< local name, e.g. `Meeting`
  std::vector<std::string> parents;
  Labels labels;
  Labels definition;
  bool is_abstract = false;  ///< never the type of a node
};

struct RelationInfo {
  std::string name;                   ///< local name, e.g. `attended`
  std::vector<std::string> subjects;  ///< classes that may be the subject
  std::vector<std::string> objects;   ///< classes that may be the object
  bool symmetric = false;
  Labels labels;
  Labels definition;
};

struct Schema {
  std::string version;      ///< `owl:versionInfo`, e.g. `0.1.0`; empty when the file has none
  std::string version_iri;  ///< `owl:versionIRI`
  std::vector<ClassInfo> classes;       ///< sorted by name
  std::vector<RelationInfo> relations;  ///< sorted by name
  /// Object properties that no text tells of: inverses, what chains imply, those of the evidence.
  /// Sorted by name.
  std::vector<RelationInfo> untold;

  [[nodiscard]] const ClassInfo* find_class(std::string_view name) const;
  [[nodiscard]] const RelationInfo* find_relation(std::string_view name) const;
  [[nodiscard]] const RelationInfo* find_untold(std::string_view name) const;
  /// The number of a class; of nothing where there is no such class.
  [[nodiscard]] EntityType type_of(std::string_view name) const;
  [[nodiscard]] std::string_view name_of(EntityType type) const;
  /// May `relation` hold from an instance of `subject` to one of `object`?
  [[nodiscard]] bool allows(std::string_view subject, std::string_view relation,
                            std::string_view object) const;
};

/// The file `schema/NAME` of folders laid out like `ontology/`, the last folder that has it. Throws
/// LoadError when none has.
[[nodiscard]] std::filesystem::path schema_file(const std::vector<std::filesystem::path>& folders,
                                                std::string_view name);

/// Reads the vocabulary (Turtle). Throws LoadError with the line when it does not parse.
[[nodiscard]] Schema load_schema(const std::filesystem::path& path);

}  // namespace samgak
