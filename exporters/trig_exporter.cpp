#include "exporters/trig_exporter.hpp"

#include "exporters/detail/turtle_writer.hpp"

namespace samgak {

const FormatCard& TrigExporter::card() const {
  static const FormatCard card = {
      .name = "trig",
      .aliases = {},
      .label = "TriG",
      .extension = "trig",
      .media_type = "application/trig",
      .purpose = "RDF datasets: facts in the default graph, evidence in a graph of its own",
      .evidence = true,
      .mentions = true,
  };
  return card;
}

LossReport TrigExporter::write(const KnowledgeGraph& graph, const ExportOptions& options,
                               Sink& sink) const {
  return detail::write_turtle(graph, options, sink, true, "trig");
}

}  // namespace samgak
