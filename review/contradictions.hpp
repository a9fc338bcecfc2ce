// What the texts say of one thing and what cannot all be so, with the words of each side.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "ontology/ontology.hpp"

namespace samgak::review {

enum class Conflict : std::uint8_t {
  attribute,       ///< two values of a date or a status that do not agree
  statement_date,  ///< one statement, two days
  place,           ///< a meeting in two towns
  chair,           ///< two people of one side in the chair, and no text names both
  post_holder      ///< two people in one office at one time
};

[[nodiscard]] std::string_view to_string(Conflict conflict);

/// What one side says. A value that more than one passage says has the first.
struct ConflictSide {
  std::string value;
  std::string_view document;  ///< empty when no passage is known
  std::uint32_t begin = 0;    ///< code points of the file, end excluded
  std::uint32_t end = 0;
  std::string_view quote;  ///< views point into the graph
};

struct Contradiction {
  Conflict conflict = Conflict::attribute;
  EntityIndex subject{};
  std::string aspect;               ///< name of the attribute, relation or post
  std::vector<ConflictSide> sides;  ///< two or more
};

/// Time is respected: a less precise date agrees with a more precise one, and people who held an
/// office one after the other do not contradict each other. The days of an office are those that
/// its statements bear, and where they bear none the latest day of which the document tells as
/// done. Sorted by conflict, then by subject.
[[nodiscard]] std::vector<Contradiction> find_contradictions(const KnowledgeGraph& graph,
                                                             const Ontology& ontology);

}  // namespace samgak::review
