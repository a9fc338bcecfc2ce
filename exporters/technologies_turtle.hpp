// The technologies that the gazetteer lists, as a SKOS taxonomy.
#pragma once

#include <string_view>
#include <vector>

#include "exporters/sink.hpp"
#include "ontology/definitions.hpp"
#include "ontology/gazetteer_entry.hpp"

namespace samgak {

/// Writes Turtle: a concept scheme, and concepts with names, definitions, broader concepts, top
/// concepts, and items of Wikidata. Their IRIs are those of a graph's nodes.
void write_technologies(const std::vector<GazetteerEntry>& gazetteer,
                        const Definitions& definitions, std::string_view version, Sink& sink);

}  // namespace samgak
