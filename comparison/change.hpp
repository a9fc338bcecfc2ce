// What differs between two graphs or two versions of an ontology, one change at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace samgak {

enum class ChangeKind : std::uint8_t { added, removed, changed };

/// What a change is about, in the order in which changes are listed.
enum class ChangeOf : std::uint8_t {
  header,  ///< an `owl:Ontology`: title, version, licence
  term_class,
  relation,  ///< an object property
  property,  ///< any other property
  shape,
  term,   ///< any other term
  axiom,  ///< what nothing names, such as `owl:AllDisjointClasses`
  entry,  ///< a row of the gazetteer
  node,
  statement
};

/// Which part of a version number (`major.minor.patch`) a change asks to raise.
enum class VersionStep : std::uint8_t { none, patch, minor, major };

[[nodiscard]] std::string_view to_string(ChangeKind kind);
[[nodiscard]] std::string_view to_string(ChangeOf what);
[[nodiscard]] std::string_view to_string(VersionStep step);

/// What a change of the ontology means for a graph; all zero where no graph was given.
struct DataEffect {
  std::uint32_t nodes = 0;   ///< that use the term or entry
  std::uint32_t edges = 0;   ///< that use it
  std::uint32_t lost = 0;    ///< of these, what the new ontology no longer allows
  std::uint32_t gained = 0;  ///< of these, what the old one did not allow

  friend auto operator<=>(const DataEffect&, const DataEffect&) = default;
};

struct Change {
  ChangeKind kind = ChangeKind::changed;
  ChangeOf what = ChangeOf::node;
  /// Of an entry or node its id, of a term its short name (`samgak:Meeting`), of an axiom its type,
  /// of a statement `subject relation object`.
  std::string id;
  std::string label;   ///< a name for people, or empty
  std::string field;   ///< what changed, e.g. `rdfs:label@ko`, `date`; empty unless `changed`
  std::string before;  ///< values, sorted and joined by `, `; empty for what was added
  std::string after;   ///< empty for what was removed
  VersionStep step = VersionStep::none;  ///< none for nodes and statements
  DataEffect effect;

  friend auto operator<=>(const Change&, const Change&) = default;
};

/// Sorts by what, kind, id and field.
void sort_changes(std::vector<Change>& changes);

/// The greatest step that a change asks for.
[[nodiscard]] VersionStep version_step(const std::vector<Change>& changes);

}  // namespace samgak
