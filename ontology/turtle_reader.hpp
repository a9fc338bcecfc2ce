// Reads Turtle, TriG, N-Triples and N-Quads into a graph (serd).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "ontology/rdf_graph.hpp"
#include "ontology/rdf_prefixes.hpp"

namespace samgak {

enum class RdfSyntax { turtle, ntriples, nquads, trig };

/// The syntax by the end of a file's name: `.ttl`, `.nt`, `.nq`, `.trig`; anything else is taken
/// for Turtle.
[[nodiscard]] RdfSyntax rdf_syntax_of(const std::filesystem::path& path);

/// Adds the triples of `text` to `graph`, which is to be frozen afterwards; names of graphs are
/// passed over. Blank nodes of one call differ from those of every other. `base` resolves relative
/// IRIs, `name` stands in messages, `prefixes` takes those that the text declares. Throws
/// `LoadError` (`name:line: …`, where there is a line) for text that does not parse or nests more
/// than 100 brackets.
void read_rdf(const std::string& text, RdfSyntax syntax, std::string_view name,
              std::string_view base, RdfGraph& graph, RdfPrefixes* prefixes = nullptr);

/// The same for a file, whose own place is the base.
void read_rdf_file(const std::filesystem::path& path, RdfGraph& graph,
                   RdfPrefixes* prefixes = nullptr);

}  // namespace samgak
