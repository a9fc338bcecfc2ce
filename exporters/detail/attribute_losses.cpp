#include "exporters/detail/attribute_losses.hpp"

#include <algorithm>

#include "exporters/detail/attributes.hpp"

namespace samgak::detail {

void report_lost_attributes(LossReport& report, const KnowledgeGraph& graph,
                            const std::vector<std::string_view>& keys) {
  // As a rule every key has its column, and no node need be looked at.
  if (graph.attribute_keys().size() == keys.size()) return;
  std::uint64_t lost = 0;
  for (const EntityView& entity : graph.entities()) {
    for_each_attribute(entity, [&](std::string_view key, std::string_view,
                                   const std::vector<std::string_view>& conflicts) {
      if (!std::binary_search(keys.begin(), keys.end(), key)) lost += 1 + conflicts.size();
    });
  }
  report.add(LossKind::omitted, "attribute values whose key is taken or not plain", lost);
}

}  // namespace samgak::detail
