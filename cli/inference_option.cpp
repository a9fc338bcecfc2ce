#include "cli/inference_option.hpp"

#include "cli/ontology_folders.hpp"
#include "reasoning/inferred_graph.hpp"

namespace samgak {

void add_inference_option(CLI::App& command, bool& infer) {
  command.add_flag("--infer", infer,
                   "Add the edges that follow by the ontology, each marked with its rule");
}

KnowledgeGraph inferred(const KnowledgeGraph& graph, const Ontology& ontology,
                        const std::vector<std::filesystem::path>& overlays) {
  return with_inferences(graph, schema_file(ontology_folders(overlays), "samgak.ttl"),
                         ontology.gazetteer);
}

}  // namespace samgak
