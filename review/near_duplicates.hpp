// Nodes that may be one and the same thing under two names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "ontology/ontology.hpp"

namespace samgak::review {

/// Why two nodes look like one, strongest first.
enum class Likeness : std::uint8_t {
  wikidata,    ///< the same Wikidata id
  spacing,     ///< equal but for spaces, punctuation, case and width
  hanja,       ///< equal once Chinese characters are read as Korean
  romanised,   ///< one writes the other in Latin letters
  translated,  ///< titles in two languages that say the same
  acronym,     ///< one is the first letters of the other
  spelling     ///< one slip apart
};

[[nodiscard]] std::string_view to_string(Likeness likeness);

struct NearDuplicate {
  EntityIndex a{};  ///< the smaller number
  EntityIndex b{};
  Likeness likeness = Likeness::spacing;
  std::string form_a;  ///< the names that met
  std::string form_b;
};

/// Pairs of nodes of one type (bodies of states and organisations count as one) that look alike;
/// each pair once, with its strongest likeness, sorted by likeness, then by numbers. What the
/// ontology lists as two is two; so is what differs in its numbers, its states or, for events, its
/// dates. Cost grows in step with the names.
[[nodiscard]] std::vector<NearDuplicate> find_near_duplicates(const KnowledgeGraph& graph,
                                                              const Ontology& ontology);

}  // namespace samgak::review
