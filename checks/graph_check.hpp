// `samgak check`: a graph against the shapes of `ontology/schema`.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "checks/finding.hpp"
#include "graph/knowledge_graph.hpp"

namespace samgak {

/// Files of the schema, all of them needed. `in_folder` names those of a folder laid out like
/// `ontology/`; of several folders the last that has a file gives it.
struct ShapeFiles {
  std::filesystem::path vocabulary;  ///< samgak.ttl
  std::filesystem::path core;        ///< shapes.ttl
  std::filesystem::path rules;       ///< shapes-sparql.ttl

  [[nodiscard]] static ShapeFiles in_folders(const std::vector<std::filesystem::path>& folders);
};

/// Holds `graph`, as its RDF export says it, against the shapes. Edges that were inferred are left
/// out: a check is about what the texts say. Throws `LoadError` for shapes that do not parse or ask
/// for what Samgak cannot check: nothing is passed over in silence.
[[nodiscard]] CheckReport check_graph(const KnowledgeGraph& graph, const ShapeFiles& files);

/// The same for an RDF file (Turtle, TriG, N-Triples, N-Quads), whoever wrote it. Its findings have
/// quotes where the file has evidence in Samgak's terms.
[[nodiscard]] CheckReport check_rdf_file(const std::filesystem::path& path,
                                         const ShapeFiles& files);

}  // namespace samgak
