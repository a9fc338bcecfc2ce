// The page on which a domain expert reviews a graph and its ontology: one HTML file that needs
// nothing else.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/finding.hpp"
#include "comparison/change.hpp"
#include "graph/knowledge_graph.hpp"
#include "ontology/definitions.hpp"
#include "ontology/ontology.hpp"
#include "review/decisions.hpp"

namespace samgak::review {

/// The text around a quote.
struct QuoteContext {
  std::string before;
  std::string after;
};

/// Finds what stands around words at a place, or nothing when the document is not at hand.
using ContextSource =
    std::function<std::optional<QuoteContext>(const PlaceView& place, std::string_view words)>;

struct ReviewInput {
  const KnowledgeGraph& graph;
  const Ontology& ontology;
  std::string program_version;
  std::string graph_name;
  const CheckReport* findings = nullptr;  ///< null when the graph was not checked
  ContextSource context;                  ///< may be empty
  std::vector<std::string> against;  ///< what `changes` compares with; empty without comparison
  std::vector<Change> changes;
  std::vector<Decision> decisions;
  Definitions definitions = {};              ///< of the entries of the gazetteer
  const KnowledgeGraph* inferred = nullptr;  ///< `graph` and what follows from it; may be null
};

struct ReviewPage {
  std::string html;
  std::vector<std::string> stale;  ///< items of decisions that this graph does not have
};

/// The same bytes for the same input.
[[nodiscard]] ReviewPage make_review_page(const ReviewInput& input);

}  // namespace samgak::review
