#include "exporters/exporter.hpp"

#include <fmt/format.h>

#include "text/diagnostic.hpp"

namespace samgak {

LossReport Exporter::write(const KnowledgeGraph&, const ExportOptions&, Sink&) const {
  throw WriteError(
      fmt::format("{} is a folder of several files: name a folder to write it into", card().name));
}

LossReport Exporter::write_folder(const KnowledgeGraph& graph, const ExportOptions& options,
                                  const OpenSink& open) const {
  const std::unique_ptr<Sink> sink = open(fmt::format("graph.{}", card().extension));
  return write(graph, options, *sink);
}

}  // namespace samgak
