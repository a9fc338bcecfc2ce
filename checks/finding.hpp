// What a check of a graph has to say: one finding for each place where a shape is not met.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace samgak {

/// Violation: the graph is wrong. Warning: likely wrong, or two texts disagree. Info: a gap that a
/// reviewer may want to close.
enum class FindingSeverity : std::uint8_t { info, warning, violation };

[[nodiscard]] std::string_view to_string(FindingSeverity severity);

/// A text in the two languages of Samgak's own words. English stands in for Korean that is missing,
/// and the reverse.
struct FindingText {
  std::string ko;
  std::string en;
};

/// Words of a document on which a finding rests.
struct Quote {
  std::string document;     ///< as in `PlaceView::document`
  std::uint32_t begin = 0;  ///< code points of the file as it lies on disk, end excluded
  std::uint32_t end = 0;
  std::string text;

  friend auto operator<=>(const Quote&, const Quote&) = default;
};

struct Finding {
  FindingSeverity severity = FindingSeverity::violation;
  std::string shape;      ///< IRI of the shape that is not met
  std::string component;  ///< IRI of the SHACL constraint component
  FindingText name;       ///< what the shape is called
  FindingText message;
  std::string focus;        ///< IRI or `_:label` of the node in RDF that was looked at
  std::string focus_label;  ///< a name for people; never empty
  std::string path;  ///< the property path as SPARQL writes it, IRIs in `<>`; empty without one
  std::string path_turtle;  ///< the same as Turtle writes it, with the prefix `sh:`
  std::string value;        ///< the offending value as N-Triples writes it; empty without one
  std::string value_label;  ///< for people: its name or text
  /// What the focus is in the graph: a node, or an edge (also for its evidence). Neither for graphs
  /// read from RDF.
  std::optional<EntityIndex> entity;
  std::optional<StatementIndex> statement;
  std::vector<Quote> quotes;  ///< sorted, each once; may be empty
};

/// Sorted: violations first, then by shape, focus, path, value and component.
struct CheckReport {
  std::vector<Finding> findings;

  [[nodiscard]] std::size_t count(FindingSeverity severity) const;
  /// Does any finding have at least this severity?
  [[nodiscard]] bool reaches(FindingSeverity severity) const;
};

}  // namespace samgak
