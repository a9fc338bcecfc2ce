#include "exporters/detail/dot_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace samgak::detail {

namespace {

/// Above these, layers with labels between them are too tall for a page.
constexpr std::uint32_t kLayeredNodes = 60;
constexpr std::uint32_t kLayeredEdges = 90;
/// Above this, layers take `dot` minutes unless it may stop early and draw lines.
constexpr std::uint32_t kHurriedNodes = 150;
/// Above this, the springs of `sfdp` take longer than one waits for a picture.
constexpr std::uint32_t kSpringNodes = 3000;

std::string_view engine_for(std::uint32_t nodes, std::uint32_t edges, bool clusters) {
  // Of the engines with springs, only this one keeps nodes in their boxes.
  if (clusters && nodes > kLayeredNodes && nodes <= kHurriedNodes) return "fdp";
  if (nodes <= kLayeredNodes && edges <= kLayeredEdges) return "dot";
  return nodes <= kSpringNodes ? "sfdp" : "own";
}

/// The more edges lie over one another, the paler each.
std::string opacity_for(std::uint32_t edges) {
  const double part = std::min(1.0, std::sqrt(3000.0 / std::max(1U, edges)));
  return fmt::format("{:02X}", static_cast<unsigned>(16 + 128 * part));
}

}  // namespace

DotLayout dot_layout(std::uint32_t nodes, std::uint32_t edges, const ExportOptions& options) {
  std::string_view engine = options.engine;
  if (engine.empty()) engine = engine_for(nodes, edges, options.clusters);
  const bool few = edges <= kLayeredEdges;
  if (engine == "dot") {
    const bool hurried = nodes > kHurriedNodes;
    return {
        fmt::format(
            "layout=dot, rankdir=LR, nodesep=0.15, ranksep={}, newrank=true{}", few ? "1.1" : "1.6",
            hurried ? ", splines=line, nslimit=2, nslimit1=2, mclimit=0.5" : ", splines=true"),
        few,
        false,
        false,
        "",
        ""};
  }
  // Places are final: Graphviz only draws. Arrows would be all that one sees of so many edges, and
  // their colour already says where they lead.
  if (engine == "own") {
    return {"layout=nop2, splines=line", false, true, true, ", arrowhead=none, penwidth=0.5",
            opacity_for(edges)};
  }
  // Lines: Graphviz 2.43 does not come to an end with `curved` where a hundred nodes are densely
  // joined.
  if (engine == "sfdp") {
    return {
        "layout=sfdp, overlap=prism, overlap_scaling=-3, splines=line, K=0.9, repulsiveforce=1.5",
        false,
        true,
        false,
        "",
        "90"};
  }
  return {fmt::format("layout={}, overlap=prism, overlap_scaling=-3, splines=line", engine),
          few,
          !few,
          false,
          "",
          few ? "" : "90"};
}

}  // namespace samgak::detail
