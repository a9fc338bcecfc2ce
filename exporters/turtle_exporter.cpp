#include "exporters/turtle_exporter.hpp"

#include "exporters/detail/turtle_writer.hpp"

namespace samgak {

const FormatCard& TurtleExporter::card() const {
  static const FormatCard card = {
      .name = "turtle",
      .aliases = {"ttl"},
      .label = "Turtle",
      .extension = "ttl",
      .media_type = "text/turtle",
      .purpose = "RDF for people to read: facts first, then what they rest on",
      .evidence = true,
      .mentions = true,
  };
  return card;
}

LossReport TurtleExporter::write(const KnowledgeGraph& graph, const ExportOptions& options,
                                 Sink& sink) const {
  return detail::write_turtle(graph, options, sink, false, "turtle");
}

}  // namespace samgak
