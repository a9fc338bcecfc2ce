// Names of types, relations and properties where a format takes only plain ones.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace samgak::detail {

/// `[A-Za-z][A-Za-z0-9_]{0,63}`: safe as a label, a type or a property key of every format.
[[nodiscard]] bool is_plain_name(std::string_view name);

/// Stand in for a type or relation whose name is not plain; the true name then is a property.
inline constexpr std::string_view kAnyType = "Entity";
inline constexpr std::string_view kAnyRelation = "RELATED";

[[nodiscard]] inline std::string_view label_of_type(std::string_view type) {
  return is_plain_name(type) ? type : kAnyType;
}
[[nodiscard]] inline std::string_view label_of_relation(std::string_view relation) {
  return is_plain_name(relation) ? relation : kAnyRelation;
}

/// May the attribute `key` be a property of its own? Not when its name is not plain or means
/// something else already; then only its claims are written.
[[nodiscard]] bool is_property_key(std::string_view key);

/// The attribute keys of the graph that may be properties, sorted.
[[nodiscard]] std::vector<std::string_view> plain_keys(const KnowledgeGraph& graph);
/// The same for formats whose readers do not tell upper from lower case: of keys that differ only
/// in case, the first.
[[nodiscard]] std::vector<std::string_view> property_keys(const KnowledgeGraph& graph);

/// What a person should read for a node: its name, or in its place the English or Japanese one, an
/// alias, the id.
[[nodiscard]] std::string_view display_name(const EntityView& entity);
/// The same where the name in `language` (`ko`, `en`, `ja`) comes first.
[[nodiscard]] std::string_view display_name(const EntityView& entity, std::string_view language);

}  // namespace samgak::detail
