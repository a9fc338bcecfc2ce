// Names of bodies in quotes that neither the graph nor the ontology has.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "ontology/ontology.hpp"
#include "review/json_block.hpp"

namespace samgak::review {

/// A quote and where in it a name stands, in code points.
struct NamedPlace {
  PlaceView place;
  std::string_view quote;
  std::uint32_t offset = 0;
};

/// A word that ends like the name of a body («…연구원», «…협회»). Views point into graph and
/// ontology.
struct UnlistedName {
  std::string name;
  std::string_view type;  ///< class that its last syllables speak for
  std::uint32_t mentions = 0;
  std::uint32_t documents = 0;
  std::uint64_t score = 0;         ///< mentions × documents
  std::vector<NamedPlace> places;  ///< the first ones
};

/// Highest score first, then by name. The extractor makes a node only of what it is sure of; what
/// it passed over in the sentences that it did use is for the reviewer to see.
[[nodiscard]] std::vector<UnlistedName> find_unlisted_names(const KnowledgeGraph& graph,
                                                            const Ontology& ontology);

/// Name, type and places as members of the open object.
void write_word(JsonBlock& json, const UnlistedName& name);

}  // namespace samgak::review
