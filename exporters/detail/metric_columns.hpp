// The metrics as named columns, the same in every format.
#pragma once

#include <array>
#include <string_view>

#include "graph/metrics.hpp"

namespace samgak::detail {

/// One of the two is set.
struct MetricColumn {
  std::string_view name;
  std::vector<std::uint32_t> GraphMetrics::*whole = nullptr;
  std::vector<double> GraphMetrics::*fraction = nullptr;
};

inline constexpr std::array<MetricColumn, 6> kMetricColumns = {{
    {"in_degree", &GraphMetrics::in_degree, nullptr},
    {"out_degree", &GraphMetrics::out_degree, nullptr},
    {"component", &GraphMetrics::component, nullptr},
    {"community", &GraphMetrics::community, nullptr},
    {"pagerank", nullptr, &GraphMetrics::pagerank},
    {"betweenness", nullptr, &GraphMetrics::betweenness},
}};

}  // namespace samgak::detail
