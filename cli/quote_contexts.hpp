// The text around the quotes of a graph, from the files that it was built from.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/knowledge_graph.hpp"
#include "review/review_page.hpp"
#include "text/document.hpp"

namespace samgak {

class QuoteContexts {
 public:
  /// Reads those documents of `folder` that `graph` cites. Throws `LoadError` when there is no such
  /// folder.
  QuoteContexts(const std::string& folder, const KnowledgeGraph& graph);

  /// Up to a line of text on either side; nothing when the document is not there or no longer has
  /// the words at that place.
  [[nodiscard]] std::optional<review::QuoteContext> around(const PlaceView& place,
                                                           std::string_view words) const;
  /// Names of documents whose bytes are no longer those that the graph was made from, sorted.
  [[nodiscard]] const std::vector<std::string>& changed() const { return changed_; }

 private:
  std::unordered_map<std::string, Document> documents_;
  std::vector<std::string> changed_;
};

}  // namespace samgak
