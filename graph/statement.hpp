// A statement as an extractor makes it: one edge of the graph to be, with the words it rests on.
#pragma once

#include <string>
#include <vector>

#include "graph/entity.hpp"
#include "text/sha256.hpp"

namespace samgak {

/// Enough to show a reader why a statement stands.
struct Evidence {
  Place place;
  std::string quote;  ///< clean text of that place
  std::string rule;   ///< id of the rule that read it, e.g. `meeting.attended`
  std::string
      bindings;  ///< what the rule bound, e.g. `who=양국 → 대한민국, 미국; where=이번 회의 → …`
  Status status = Status::held;
  double confidence = 0.0;  ///< in (0, 1]

  friend auto operator<=>(const Evidence&, const Evidence&) = default;
};

/// Invariants: both ends are ids of entities handed over with it; at least one piece of evidence.
/// Two statements are the same when subject, relation and object are.
struct Statement {
  std::string subject;
  std::string relation;  ///< local name of a relation of the ontology
  std::string object;
  std::vector<std::string> roles;  ///< posts, for `worksFor`
  std::string date;                ///< ISO 8601 or empty
  std::vector<Evidence> evidence;
};

/// What was read under a name: evidence counts its code points in these bytes.
struct SourceDocument {
  std::string name;
  Sha256 checksum;
};

/// What one document (or one batch) gives to the graph. Statements refer only to entities in it.
struct Extraction {
  std::string document;
  std::vector<Entity> entities;
  std::vector<Statement> statements;
  std::vector<SourceDocument> sources = {};
};

}  // namespace samgak
