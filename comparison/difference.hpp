// All that differs between two graphs or two versions of an ontology, to be reported.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "comparison/change.hpp"
#include "comparison/version_rules.hpp"

namespace samgak {

/// Edges that follow from a graph by the axioms of one version of an ontology and not by the other.
struct EntailmentChange {
  std::string relation;
  std::uint32_t lost = 0;
  std::uint32_t gained = 0;

  friend auto operator<=>(const EntailmentChange&, const EntailmentChange&) = default;
};

struct Difference {
  std::string before;  ///< names for people, such as paths
  std::string after;
  std::string data;             ///< name of the graph that effects were counted in, or empty
  std::vector<Change> changes;  ///< as `sort_changes` leaves them
  std::optional<VersionAdvice> version;       ///< of ontologies
  std::vector<EntailmentChange> entailments;  ///< of ontologies with data; sorted by relation

  [[nodiscard]] std::size_t count(ChangeKind kind) const;
};

/// One row of a report: `~`, what and name, `field: before → after`, effect on the data, version.
struct DifferenceLine {
  char sign = '~';  ///< `+` added, `-` removed, `~` changed
  std::string what;
  std::string name;    ///< the id, or the label with the id
  std::string text;    ///< what came and went, on one line; empty where the name says it
  std::string effect;  ///< `12 nodes`, `3 edges, 1 lost`; empty without effect
  std::string step;    ///< part of the version number; empty for nodes and statements
};

[[nodiscard]] DifferenceLine line_of(const Change& change);
/// `12 edges lost, 3 gained` and the like.
[[nodiscard]] std::string text_of(const EntailmentChange& change);
/// One sentence: what the version should be and what it is.
[[nodiscard]] std::string text_of(const VersionAdvice& advice);

/// Reports end with a line feed. `most` limits the rows of each kind of change; zero shows all.
[[nodiscard]] std::string difference_as_json(const Difference& difference);
[[nodiscard]] std::string difference_as_markdown(const Difference& difference, std::size_t most);
/// One page that asks for nothing else.
[[nodiscard]] std::string difference_as_html(const Difference& difference, std::size_t most);

}  // namespace samgak
