// The attributes of a node, each with the values that disagree with it.
#pragma once

#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace samgak::detail {

/// Calls `visit(key, value, conflicts)` for each attribute in order of keys. Linear: both lists are
/// sorted by key. `conflicts` is a vector of texts that is valid during the call.
template <typename Visit>
void for_each_attribute(const EntityView& entity, Visit visit) {
  std::vector<std::string_view> conflicts;
  auto other = entity.conflicts.begin();
  for (const AttributeView& attribute : entity.attributes) {
    conflicts.clear();
    for (; other != entity.conflicts.end() && other->key <= attribute.key; ++other) {
      if (other->key == attribute.key) conflicts.push_back(other->value);
    }
    visit(attribute.key, attribute.value, conflicts);
  }
}

}  // namespace samgak::detail
