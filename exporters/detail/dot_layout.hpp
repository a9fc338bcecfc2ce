// How Graphviz should lay a graph out.
#pragma once

#include <cstdint>
#include <string>

#include "exporters/exporter.hpp"

namespace samgak::detail {

/// An engine with what suits it, by what was measured and looked at (docs/diagrams.md).
struct DotLayout {
  std::string attributes;   ///< graph attributes, the engine among them
  bool edge_labels = true;  ///< there is room for the names of relations
  /// Drawn as a map: a node is as large as it is connected, edges are pale lines below the nodes.
  bool map = false;
  bool own_places = false;           ///< nodes bear the places that `DotMap` gives them
  std::string edge_attributes = "";  ///< of all edges, a comma in front
  std::string edge_opacity = "";     ///< two hexadecimal digits, or nothing for full colour
};

/// By the engine that the options ask for, or by the one that suits a graph of that size.
[[nodiscard]] DotLayout dot_layout(std::uint32_t nodes, std::uint32_t edges,
                                   const ExportOptions& options);

}  // namespace samgak::detail
