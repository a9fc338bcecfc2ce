// A graph without what some of its documents say, to be built upon.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "graph/knowledge_graph.hpp"

namespace samgak {

/// What `graph` says without `documents`, as `GraphBuilder::add` takes it: mentions, attribute
/// values and evidence of those documents go, edges without evidence go, nodes that then have
/// neither mention nor edge go, and names go that only those documents used, unless `is_listed(id)`
/// says that the names of a node come from a gazetteer. Not told apart by document, and kept: roles
/// and dates of edges that others state too.
[[nodiscard]] Extraction without_documents(
    const KnowledgeGraph& graph, const std::set<std::string, std::less<>>& documents,
    const std::function<bool(std::string_view id)>& is_listed = [](std::string_view) {
      return false;
    });

}  // namespace samgak
