// The text around the quotes of a graph, from the files that it was built from.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

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
  /// the quote.
  [[nodiscard]] std::optional<review::QuoteContext> around(const EvidenceView& evidence) const;

 private:
  std::unordered_map<std::string, Document> documents_;
};

}  // namespace samgak
