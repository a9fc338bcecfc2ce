// TriG: facts in the default graph, what they rest on in another (docs/formats/trig.md).
#pragma once

#include "exporters/exporter.hpp"

namespace samgak {

class TrigExporter : public Exporter {
 public:
  [[nodiscard]] const FormatCard& card() const override;
  LossReport write(const KnowledgeGraph& graph, const ExportOptions& options,
                   Sink& sink) const override;
};

}  // namespace samgak
